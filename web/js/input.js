// Input: a transparent layer over the canvas takes pointers and wheel, gives the program what belongs
// to the figure and leaves the rest to the page. The article's scrolling always wins.
import {app, embedded} from './app.js';
import {$, later} from './dom.js';
import {on, tell} from './events.js';
import {hitFirst} from './first.js';
import {select} from './select.js';
import {stage} from './stage.js';

const overlay = stage.overlay;
const held = new Map(); // touches kept back while one finger still belongs to the page, by pointer id
let given = false; // the current touches went to the program

/** watchInput listens to pointers and wheel over the figure. */
export function watchInput() {
  for (const type of ['down', 'move', 'up', 'cancel', 'leave']) overlay.addEventListener('pointer' + type, (e) => pointer(type, e));
  overlay.addEventListener('click', click);
  overlay.addEventListener('dblclick', (e) => {
    if (app.core && app.core.dblclick(...at(e), mods(e))) e.preventDefault();
  });
  overlay.addEventListener('wheel', wheel, {passive: false});
  overlay.addEventListener('contextmenu', (e) => { if (e.pointerType === 'touch') e.preventDefault(); });
  on('hover', hover);
  on('hint', () => hint());
  on('size', () => setActive(false));
  on('view', ({whole}) => { if (whole) setActive(false); });
  $('#active').addEventListener('click', () => setActive(!app.active));
  document.addEventListener('pointerdown', (e) => { if (app.active && !e.target.closest('#figure')) setActive(false); });
}

/**
 * setActive gives one-finger drags of an upright figure to the figure, or back to the page. There is
 * nothing to drag while the whole story is in view.
 */
export function setActive(active) {
  app.active = active && stage.upright && Boolean(app.view) && !app.view.whole;
  document.documentElement.classList.toggle('active', app.active);
  $('#active').setAttribute('aria-pressed', String(app.active));
}

/** mods is the pressed modifier keys as bits: 1 shift, 2 ctrl, 4 alt, 8 meta. */
export const mods = (e) => (e.shiftKey ? 1 : 0) | (e.ctrlKey ? 2 : 0) | (e.altKey ? 4 : 0) | (e.metaKey ? 8 : 0);

function at(e) {
  const box = overlay.getBoundingClientRect();
  return [e.clientX - box.left, e.clientY - box.top];
}

function pointer(type, e) {
  if (type === 'down') {
    overlay.focus({preventScroll: true});
    if (e.pointerType === 'mouse' && e.button === 0) overlay.setPointerCapture(e.pointerId);
  }
  if (!app.core) return;
  if (e.pointerType === 'touch' && stage.upright && !app.active) keptBack(type, e);
  else if (give(type, e)) e.preventDefault();
}

function give(type, e, at0) {
  const [x, y] = at0 || at(e);
  return app.core.pointer(type, e.pointerId, x, y, e.buttons, mods(e), e.pointerType, e.timeStamp);
}

// In an upright figure a vertical drag scrolls the page. One finger is therefore kept back until it is
// clear that it was a tap, or until a second one makes it a pinch.
function keptBack(type, e) {
  if (type === 'down') {
    held.set(e.pointerId, {event: e, at: at(e)});
    if (held.size === 2) {
      given = true;
      for (const h of held.values()) give('down', h.event, h.at);
    } else if (given) {
      give('down', e);
    }
    return;
  }
  const start = held.get(e.pointerId);
  if (given) {
    give(type, e);
  } else if (type === 'up' && start && far(start.at, at(e)) < 10) {
    const free = !hits(...start.at);
    give('down', start.event, start.at);
    give('up', e, start.at);
    // A tap beside all marks asks for the figure itself.
    if (free) setActive(true);
  }
  if (type !== 'move') held.delete(e.pointerId);
  if (!held.size) given = false;
}

const far = (a, b) => Math.hypot(a[0] - b[0], a[1] - b[1]);

function hits(x, y) {
  return app.core.zones().some((z) => (z.role === 'event' || z.role === 'pile') &&
    ((x >= z.x && x <= z.x + z.w && y >= z.y && y <= z.y + z.h) || Math.hypot(z.ax - x, z.ay - y) <= 24));
}

// Before the program draws, the first picture answers.
function click(e) {
  if (app.core) return;
  const hit = hitFirst(...at(e), e.pointerType === 'mouse' ? 24 : 32);
  if (hit) select(hit.id, {focus: true});
  else if (app.selected) select(null);
}

function wheel(e) {
  if (!app.core) return;
  const zoom = e.ctrlKey || e.metaKey;
  const sideways = e.shiftKey || Math.abs(e.deltaX) > Math.abs(e.deltaY);
  if (embedded && !zoom && !sideways) return hint();
  const unit = e.deltaMode === 1 ? 16 : e.deltaMode === 2 ? stage.height : 1;
  if (app.core.wheel(...at(e), e.deltaX * unit, e.deltaY * unit, mods(e), e.timeStamp)) e.preventDefault();
}

// The hint says how to zoom, to whoever turned the wheel and saw the page move.
const hideHint = later(1600, () => $('#hint').classList.remove('shown'));

function hint() {
  const mac = /Mac|iP/.test(navigator.platform);
  const node = $('#hint');
  node.querySelector('[data-mac]').hidden = !mac;
  node.querySelector('[data-other]').hidden = mac;
  node.classList.add('shown');
  hideHint();
  tell('hinted', {kind: 'wheel'});
}

function hover(data) {
  const tip = $('#tip');
  overlay.classList.toggle('over', Boolean(data.id));
  tip.hidden = !data.id || !data.label;
  if (tip.hidden) return;
  tip.textContent = data.label;
  const left = Math.min(Math.max(data.ax, tip.offsetWidth / 2 + 4), stage.width - tip.offsetWidth / 2 - 4);
  tip.style.left = left + 'px';
  tip.style.top = (data.ay > 56 ? data.ay - 16 : data.ay + 44) + 'px';
}
