// Files of the picture: an order goes in, a Blob comes out. The program that makes them is loaded with the
// first order. It runs in a worker; a frame without an origin may have none, and then it runs in the page.
import {app, base, config, file} from './app.js';
import {tell} from './events.js';
import {bytesFrom} from './instantiate.js';
import {loadScript} from './loader.js';
import {stage} from './stage.js';
import {viewTime} from './state.js';
import {startStudio} from './studio.js';
import {shownTheme} from './theme.js';

const types = {png: 'image/png', svg: 'image/svg+xml', pdf: 'application/pdf'};
const silence = 120e3; // ms without a word after which a worker counts as lost
const rest = 60e3; // ms without an order after which it is let go, with its memory

/**
 * orderOf is what a reader or a script asks for, as the program takes it. what is view, whole or event; an
 * event that has left the view is shown in the whole story. preset is one of the build's, or page: as large
 * as the stage. It throws for what does not exist.
 */
export function orderOf({format = 'png', preset = 'og', scale = 1, what = 'whole', event = app.selected, lang = app.lang, theme = shownTheme()} = {}) {
  const known = (name, value, all) => {
    if (!all.includes(value)) throw new Error(`there is no ${name} ${value}; there is ${all.join(', ')}`);
  };
  known('format', format, Object.keys(types));
  known('preset', preset, ['page', ...config.still.presets.map((p) => p.name)]);
  known('picture', what, ['view', 'whole', 'event']);
  known('language', lang, config.languages.map((l) => l.code));
  if (what === 'event') known('event', event, config.events);
  const size = preset === 'page' ? {width: stage.width, height: stage.height} : {preset};
  const time = what === 'whole' || (what === 'event' && !inView(event)) ? '' : viewTime();
  return {format, scale: format === 'png' ? Number(scale) : 0, lang, theme, ...size, mode: app.mode, time, event: what === 'event' ? event : ''};
}

const inView = (id) => !app.core || app.core.zones().some((z) => z.id === id || (z.members || []).includes(id));

/** sizeOf is the width and height of an order's picture, in CSS pixels. */
export const sizeOf = (order) => (order.preset ? config.still.presets.find((p) => p.name === order.preset) : order);

/** nameOf is the name of an order's file. */
export function nameOf(order) {
  const parts = [config.id, order.event, order.time.replace('..', '-to-'), order.preset || `${order.width}x${order.height}`, order.lang];
  return parts.filter(Boolean).join('-') + '.' + order.format;
}

/** makeStill promises an order's file. progress is told the share of the program that has arrived, 1 once it works. */
export async function makeStill(order, progress = () => {}) {
  const ready = readyFor(order);
  const bytes = ready ? await bytesFrom(file(ready.path)) : await produce(order, progress);
  return new Blob([bytes], {type: types[order.format]});
}

/** tellStill reports a file that was made, to scripts and to the host page. */
export function tellStill(order, blob) {
  const what = order.event ? 'event' : order.time ? 'view' : 'whole';
  tell('still', {format: order.format, preset: order.preset || 'page', scale: order.scale || 1, what, bytes: blob.size});
}

// readyFor is the file that the build has made already, if that is what is ordered.
function readyFor(o) {
  if (o.event || o.time || o.mode !== 'linear' || o.theme !== 'light' || o.scale > 1 || (o.scale && o.scale < 1)) return null;
  return config.stills.find((s) => s.format === o.format && s.preset === o.preset && s.lang === o.lang);
}

let crew = null; // the worker at work: {worker, orders}
let inPage = null; // the function of the program that runs in the page, or its promise

async function produce(order, progress) {
  if (!inPage && !crew && !hire()) inPage = loadScript(config.exec).then(() => startStudio(studioSettings(), (share) => progress(share)));
  if (!inPage) return ask(order, progress);
  try {
    const run = await inPage;
    progress(1);
    await new Promise((resolve) => setTimeout(resolve, 50)); // the page stands still meanwhile: let it say so first
    return await run(order);
  } catch (e) {
    inPage = null;
    throw e;
  }
}

function studioSettings() {
  const all = (list, path) => Object.fromEntries(list.map((f) => [f.name || f, file(path(f))]));
  return {
    program: file(config.still.program.file), size: config.still.program.bytes, exec: file(config.exec), land: file(config.still.land),
    folder: new URL('story/', base).href, files: config.files, story: all(config.story, (name) => 'story/' + name), fonts: all(config.still.fonts, (f) => f.file),
    lang: Object.fromEntries(config.languages.map((l) => [l.code + '.json', file(l.words)])),
  };
}

// hire starts a worker, and reports whether there can be one.
function hire() {
  let worker;
  try {
    if (self.origin === 'null') return false; // no script has the same origin as a frame that has none
    worker = new Worker(file(config.still.worker));
  } catch (e) {
    return false;
  }
  const mine = {worker, orders: new Map(), number: 0, timer: 0};
  crew = mine;
  worker.addEventListener('error', (e) => dismissCrew(mine, new Error(e.message || 'the worker ended')));
  worker.addEventListener('message', ({data}) => {
    watch(mine);
    const order = mine.orders.get(data.number);
    if (data.lock) navigator.locks.request(data.lock, () => dismissCrew(mine, new Error('the worker ended'))).catch(() => {});
    else if (data.progress !== undefined) for (const {progress} of mine.orders.values()) progress(data.progress);
    else if (order) {
      mine.orders.delete(data.number);
      watch(mine);
      if (data.bytes) return order.resolve(data.bytes);
      order.reject(new Error(data.error));
      // What did not start does not start by waiting; the next order gets a new one.
      if (!mine.orders.size) dismissCrew(mine);
    }
  });
  return true;
}

function ask(order, progress) {
  return new Promise((resolve, reject) => {
    const number = ++crew.number;
    crew.orders.set(number, {resolve, reject, progress});
    crew.worker.postMessage({settings: studioSettings(), order, number, lock: `rentang-${config.id}-${Math.random()}`});
    watch(crew);
  });
}

// watch waits for the next word of a worker that has something to do, and lets one go that has nothing.
function watch(mine) {
  clearTimeout(mine.timer);
  if (mine === crew) mine.timer = setTimeout(() => dismissCrew(mine, new Error('no answer')), mine.orders.size ? silence : rest);
}

function dismissCrew(mine, error) {
  if (mine !== crew) return;
  crew = null;
  clearTimeout(mine.timer);
  mine.worker.terminate();
  for (const {reject} of mine.orders.values()) reject(error);
}

/** cancelStills stops whatever is being made: those who wait for it get an AbortError. */
export function cancelStills() {
  if (crew) dismissCrew(crew, new DOMException('cancelled', 'AbortError'));
}
