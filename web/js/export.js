// The menu of what can be taken along: a picture as a file or on the clipboard, the link, the frame's code, the data.
import {app, config, embedded} from './app.js';
import {eventsCSV, flowsCSV} from './data.js';
import {$, make, word} from './dom.js';
import {on} from './events.js';
import {copyText, frameCode, link} from './links.js';
import {stage} from './stage.js';
import {cancelStills, makeStill, nameOf, orderOf, sizeOf, tellStill} from './stills.js';

const menuOf = $('#download');
const result = $('#still-result');
let busy = false;

const exports = {
  save: () => takeStill(orderOf(chosen()), save),
  image: copyImage,
  cancel: cancelStills,
  link: () => giveText(link()),
  code: () => giveText(frameCode()),
  flows: () => takeData(flowsCSV, 'flows'),
  events: () => takeData(eventsCSV, 'events'),
};

/** watchExport connects the menu. */
export function watchExport() {
  menuOf.addEventListener('click', (e) => {
    const button = e.target.closest('[data-export]');
    if (button) exports[button.dataset.export]();
  });
  menuOf.addEventListener('change', () => { clear(); describe(); });
  menuOf.addEventListener('toggle', () => { clear(); offer(); });
  menuOf.addEventListener('keydown', (e) => {
    if (e.key !== 'Escape' || !menuOf.open) return;
    e.preventDefault();
    menuOf.open = false;
    $('summary', menuOf).focus({preventScroll: true});
  });
  document.addEventListener('pointerdown', (e) => {
    if (!busy && !menuOf.contains(e.target)) menuOf.open = false;
  });
  for (const type of ['selected', 'view', 'size', 'lang']) on(type, offer);
  $('[data-export="image"]').hidden = !canCopyImage();
  $('#still-what').value = 'view';
}

// offer shows what can be had now: an event only while its card is open, the view where it is not the whole.
function offer() {
  for (const node of [$('#downloads'), $('#further')]) node.style.maxHeight = Math.max(stage.height - 8, 300) + 'px';
  if (!menuOf.open) return;
  const what = $('#still-what');
  const event = $('[value="event"]', what);
  event.disabled = !app.selected;
  if (what.value === 'event' && event.disabled) what.value = 'view';
  describe();
}

// chosen is what the menu says, as scripts would ask for it. A screen of our day has two pixels in one, paper four.
function chosen(format = $('#still-format').value) {
  const preset = $('#still-size').value;
  return {format, preset, what: $('#still-what').value, scale: {page: 2, column: 2, a4: 3, a3: 3}[preset] || 1};
}

function describe() {
  const order = orderOf(chosen());
  const {width, height} = sizeOf(order);
  const [by, unit] = order.format === 'pdf' ? [25.4 / 96, 'mm'] : [order.scale || 1, 'px'];
  $('#still-pixels').textContent = `${Math.round(width * by)} × ${Math.round(height * by)} ${unit}`;
}

// takeStill makes a picture and hands it on, with all that a reader has to see meanwhile.
async function takeStill(order, hand) {
  if (busy) return;
  working(true);
  try {
    hand(await makeStill(order, progress), order);
  } catch (e) {
    failed(e, () => takeStill(order, hand));
  } finally {
    working(false);
  }
}

function working(on) {
  busy = on;
  clear();
  $('#still-work').hidden = !on;
  for (const name of ['save', 'image']) $(`[data-export="${name}"]`).disabled = on;
  if (!on) return;
  $('#still-progress').value = 0;
  $('[data-export="cancel"]').focus({preventScroll: true});
}

// Once the program has arrived there is no telling how long it takes.
function progress(share) {
  const bar = $('#still-progress');
  if (share < 1) bar.value = share;
  else bar.removeAttribute('value');
  const now = word(share < 1 ? 'loading' : 'working');
  if ($('#still-said').textContent !== now) $('#still-said').textContent = now;
}

function clear() {
  $('#still-said').replaceChildren();
  result.replaceChildren();
  result.hidden = true;
}

function failed(e, again) {
  if (e.name === 'AbortError') return queueMicrotask(() => $('[data-export="save"]').focus({preventScroll: true}));
  console.warn('rentang:', e);
  const retry = make('button', {type: 'button', class: 'plain'}, word('retry'));
  retry.addEventListener('click', again);
  // After the rest of the menu has come back to itself.
  queueMicrotask(() => {
    $('#still-said').replaceChildren(word('still_failed') + '. ', retry);
    retry.focus({preventScroll: true});
  });
}

// In a frame nobody can tell whether a file may be saved: there the picture is shown as well, to be opened or copied.
const framed = embedded || self.origin === 'null';

function save(blob, order) {
  const name = nameOf(order);
  tellStill(order, blob);
  if (saves() !== false) saveAs(blob, name);
  queueMicrotask(() => {
    $('#still-said').textContent = word(framed ? 'still_blocked' : 'still_ready');
    if (framed) layOut(blob, name);
    else $('[data-export="save"]').focus({preventScroll: true});
  });
}

// saves is false where the frame's own element, if it may be looked at, forbids downloads.
function saves() {
  try {
    const rules = window.frameElement && window.frameElement.getAttribute('sandbox');
    return rules === null || /(^|\s)allow-downloads(\s|$)/i.test(rules);
  } catch (e) {
    return null;
  }
}

function saveAs(blob, name) {
  const address = URL.createObjectURL(blob);
  const anchor = make('a', {href: address, download: name});
  document.body.append(anchor);
  anchor.click();
  anchor.remove();
  setTimeout(() => URL.revokeObjectURL(address), 60000);
}

// layOut lays a picture into the menu. Its address lives as long as the page: a tab may have it open.
function layOut(blob, name) {
  const address = URL.createObjectURL(blob);
  const open = make('a', {href: address, target: '_blank', rel: 'noopener', class: 'open-picture'}, word('open_picture'));
  result.replaceChildren(open);
  if (blob.type.startsWith('image/')) result.append(make('img', {src: address, alt: name}));
  result.hidden = false;
  open.focus({preventScroll: true});
}

const canCopyImage = () => Boolean(window.ClipboardItem && navigator.clipboard && navigator.clipboard.write);

// The clipboard takes a promise, so that the reader's click still counts when the picture is made.
function copyImage() {
  const order = orderOf(chosen('png'));
  if (busy) return;
  working(true);
  const made = makeStill(order, progress);
  let put;
  try {
    put = navigator.clipboard.write([new ClipboardItem({'image/png': made})]);
  } catch (e) {
    put = Promise.reject(e);
  }
  put.then(() => 'copied', () => made.then((blob) => blob)).then((got) => {
    working(false);
    if (got === 'copied') {
      $('#still-said').textContent = word('copied');
      $('[data-export="image"]').focus({preventScroll: true});
      return;
    }
    $('#still-said').textContent = word('copy_by_hand');
    layOut(got, nameOf(order));
  }, (e) => {
    working(false);
    failed(e, copyImage);
  });
}

async function giveText(text) {
  clear();
  if (await copyText(text, result)) {
    $('#still-said').textContent = word('copied');
    return;
  }
  $('#still-said').textContent = word('copy_by_hand');
  const area = make('textarea', {readonly: true, rows: '4', 'aria-label': word('copy_by_hand')}, text);
  result.replaceChildren(area);
  result.hidden = false;
  area.select();
}

async function takeData(read, name) {
  clear();
  try {
    const blob = new Blob([await read()], {type: 'text/csv;charset=utf-8'});
    if (saves() !== false) saveAs(blob, `${config.id}-${name}.csv`);
    if (framed) layOut(blob, name);
  } catch (e) {
    failed(e, () => takeData(read, name));
  }
}
