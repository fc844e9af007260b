// The figures of a year beside its place in the picture. They are taken from the table in the document,
// where every figure stands in full; the program says which.
import {app, embedded, file} from './app.js';
import {$, $$, icon, make, word} from './dom.js';
import {on} from './events.js';
import {select} from './select.js';
import {stage} from './stage.js';

const readout = $('#readout');
let dismissed = 0; // the year that Escape sent away while the pointer stays on it
let mouseAt = null; // where a pointer is on the stage; a finger leaves it when it lifts

/** watchReadout shows what the program reads: for as long as the pointer is there, or pinned by tap or key. */
export function watchReadout() {
  on('read', showReading);
  on('lang', () => { if (app.reading) showReading(app.reading); });
  on('size', () => { if (app.reading) placeReading(app.reading); });
  on('selected', ({id}) => { if (id) readYear(null); });
  on('error', () => showReading({year: 0}));
  stage.overlay.addEventListener('pointermove', (e) => {
    const box = stage.overlay.getBoundingClientRect();
    mouseAt = {x: e.clientX - box.left, y: e.clientY - box.top};
  });
  stage.overlay.addEventListener('pointerleave', () => { mouseAt = null; });
  // A year of the table leads to the figure.
  document.addEventListener('click', (e) => {
    const link = e.target.closest('a[data-year]');
    if (!link || e.ctrlKey || e.metaKey || e.shiftKey || e.button || !readYear(Number(link.dataset.year))) return;
    e.preventDefault();
    $('#figure').scrollIntoView({block: 'start'});
    stage.overlay.focus({preventScroll: true});
  });
}

/** readYear pins the figures of a year, or ends the reading with null. It reports whether there is such a year. */
export function readYear(year) {
  if (!app.core || (year === null && !app.reading)) return false;
  return app.core.read(year === null ? 0 : year);
}

/** dismiss ends a reading of either kind, and reports whether there was one. */
export function dismiss() {
  if (!app.reading) return false;
  const {year, pinned} = app.reading;
  if (pinned) readYear(null);
  showReading({year: 0});
  dismissed = year;
  return true;
}

/** figuresOf is the rows of a reading that say something, by direction: [{direction, rows}]. */
export function figuresOf(reading) {
  const groups = [];
  for (const row of reading.rows) {
    if (row.line === undefined && !row.gap) continue;
    let group = groups.find((g) => g.direction === row.direction);
    if (!group) groups.push(group = {direction: row.direction, rows: []});
    group.rows.push(row);
  }
  return groups;
}

/** figureIn is a row's value as the table writes it, with its range; for a gap, what it means. */
export function figureIn(row) {
  const line = row.line !== undefined && document.getElementById('flow-' + row.line);
  return line ? line.dataset.range : row.gap ? word('gap_' + row.gap) : '';
}

function showReading(reading) {
  if (reading.pinned || reading.year !== dismissed) dismissed = 0;
  app.reading = reading.year && !dismissed ? reading : null;
  if (!app.reading) {
    const inside = readout.contains(document.activeElement);
    readout.hidden = true;
    if (inside) stage.overlay.focus({preventScroll: true});
    return;
  }
  // The open event gives way to a year that was asked for.
  if (reading.pinned && app.selected) select(null);
  fillReading(reading);
  readout.hidden = false;
  placeReading(reading);
}

function fillReading(reading) {
  const inside = readout.contains(document.activeElement);
  const head = make('div', {class: 'readout-head'}, make('strong', {}, String(reading.year)));
  if (reading.pinned) {
    head.append(make('button', {type: 'button', class: 'icon-button', 'data-do': 'unread', 'aria-label': word('close'), title: word('close')}, icon('close')));
  }
  const parts = [head];
  for (const {direction, rows} of figuresOf(reading)) {
    parts.push(make('p', {class: 'readout-direction'}, direction), make('ul', {}, ...rows.filter((row) => !row.gap).map((row) => readingRow(row, reading.pinned)), ...gapRows(rows)));
  }
  if (parts.length === 1) parts.push(make('p', {}, word('no_figures')));
  const unit = $('#flows .unit');
  if (unit) parts.push(make('p', {class: 'readout-unit'}, unit.textContent));
  const first = reading.pinned && reading.rows.find((row) => row.line !== undefined);
  if (first) parts.push(make('p', {class: 'readout-more'}, outward(make('a', {href: '#flow-' + first.line}, word('in_table')))));
  readout.replaceChildren(...parts);
  readout.setAttribute('aria-label', word('values_of', {year: reading.year}));
  readout.classList.toggle('pinned', reading.pinned);
  if (inside) $('[data-do="unread"]', readout)?.focus({preventScroll: true});
}

function readingRow(row, pinned) {
  const node = make('li', {class: row.pointed ? 'pointed' : false}, swatchOf(row), make('span', {class: 'readout-kind'}, row.kind),
    ' ', make('span', {class: 'readout-value'}, figureIn(row)));
  const line = document.getElementById('flow-' + row.line);
  if (!line) return node;
  const basis = make('span', {class: 'readout-basis'}, $('.basis', line).textContent);
  node.append(' ', basis);
  const keys = pinned ? $$('.sources a', line) : [];
  keys.forEach((key, i) => basis.append(i ? ', ' : ': ', outward(key.cloneNode(true))));
  return node;
}

// gapRows is one row for each reason why there is no figure, with the kinds that it holds for.
function gapRows(rows) {
  const gaps = new Map();
  for (const row of rows) if (row.gap) gaps.set(row.gap, [...(gaps.get(row.gap) || []), row]);
  return Array.from(gaps, ([, kinds]) => make('li', {class: 'readout-gap'}, make('span', {class: 'readout-swatches'}, ...kinds.map(swatchOf)),
    make('span', {}, kinds.map((row) => row.kind).join(', ') + ': ', make('i', {}, figureIn(kinds[0])))));
}

function swatchOf(row) {
  const swatch = make('span', {class: 'swatch'});
  swatch.style.backgroundColor = row.color;
  return swatch;
}

// In a frame the document is not shown: what leads there opens on the page of its own.
function outward(link) {
  if (!embedded) return link;
  const page = $('.whole-page');
  link.href = (page ? page.href : file('index.html')) + link.getAttribute('href');
  link.target = '_blank';
  link.rel = 'noopener';
  return link;
}

// placeReading puts the panel beside the year, inside the stage, and never where the pointer is; on an upright
// figure it is a strip at the foot, or at the head where the foot is meant.
function placeReading(reading) {
  const at = mouseAt || {x: reading.ax, y: reading.ay};
  const {offsetWidth: w, offsetHeight: h} = readout;
  readout.classList.toggle('head', stage.upright && at.y > stage.height - h - 24);
  if (stage.upright) {
    readout.style.left = readout.style.top = '';
    return;
  }
  const gap = 14;
  const edge = 8;
  const right = Math.max(reading.left + reading.width, at.x) + gap;
  const left = Math.min(reading.left, at.x) - gap - w;
  let x = right;
  if (right + w > stage.width - edge) x = left >= edge ? left : at.x > stage.width / 2 ? edge : stage.width - w - edge;
  readout.style.left = x + 'px';
  readout.style.top = Math.max(edge, Math.min(reading.ay - h / 2, stage.height - h - edge)) + 'px';
}
