// The script interface window.rentang, and the same by messages from a host page.
import {app, config, embedded} from './app.js';
import {on} from './events.js';
import {setLang} from './lang.js';
import {readYear} from './readout.js';
import {select} from './select.js';
import {isDate} from './state.js';
import {makeStill, orderOf, tellStill} from './stills.js';
import {setTheme} from './theme.js';

let drawn;
const ready = new Promise((resolve) => { drawn = resolve; });

const api = {
  ready,
  view: () => (app.core ? app.core.view() : null),
  setView: (a, b, {animate = true} = {}) => Boolean(app.core && isDate(a) && isDate(b) && app.core.setView(a, b, animate)),
  select: (id) => select(id),
  read: (year) => readYear(year),
  play: (options = {}) => { if (app.core) app.core.play({speed: 1, set: 'first', ...options}); },
  pause: () => { if (app.core) app.core.pause(); },
  setLang,
  setTheme: (name) => { if (['auto', 'light', 'dark', 'contrast'].includes(name)) setTheme(name); },
  still,
  on: (type, fn) => on(names[type] || type, fn),
  idle: async () => { if (app.core) await app.core.idle(); },
  stats: () => (app.core ? app.core.stats() : {
    renderer: 'static', frames: 0, layoutMs: 0, paintMs: 0, wasmBytes: 0, events: config.events.length,
  }),
  zones: () => (app.core ? app.core.zones() : []),
};

const names = {select: 'selected'}; // what scripts call it, and what the page does

/** offerApi makes window.rentang and listens to the host page. */
export function offerApi() {
  window.rentang = api;
  on('ready', () => drawn());
  on('error', (data) => console.warn('rentang:', data.message));
  if (!embedded) return;
  for (const [type, own] of [['ready', 'ready'], ['view', 'view'], ['select', 'selected'], ['play', 'play'], ['still', 'still']]) {
    on(own, (data) => window.parent.postMessage({source: 'rentang', id: config.id, type, data: plain(data)}, '*'));
  }
  addEventListener('message', (e) => { if (e.source === window.parent) obey(e.data); });
}

// Only what survives a message; Go may hand over more.
const plain = (data) => JSON.parse(JSON.stringify(data || {}));

// obey does what a host asks. Whatever is not understood is ignored.
function obey(data) {
  if (data === 'PING') return window.parent.postMessage('PONG', '*');
  const ask = data && typeof data === 'object' ? data.rentang : null;
  if (!ask || typeof ask !== 'object') return;
  if (Array.isArray(ask.view) && ask.view.length === 2) api.setView(String(ask.view[0]), String(ask.view[1]));
  if (typeof ask.select === 'string' || ask.select === null) api.select(ask.select);
  if (typeof ask.play === 'boolean') (ask.play ? api.play : api.pause)();
  if (typeof ask.lang === 'string') api.setLang(ask.lang);
  if (typeof ask.theme === 'string') api.setTheme(ask.theme);
}

/** still resolves with a picture as a file; it rejects for what cannot be made. */
async function still(options = {}) {
  const order = orderOf(options);
  const blob = await makeStill(order);
  tellStill(order, blob);
  return blob;
}
