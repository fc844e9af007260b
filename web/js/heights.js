// The height, told to the host page in every dialect that hosts understand. It is computed from the
// page's own parts, never from the window or the body, so that it can shrink and never chases itself.
import {config, embedded} from './app.js';
import {$} from './dom.js';
import {on} from './events.js';

const query = new URLSearchParams(location.search);
const pym = query.get('childId') || '';
const guardian = 'iframeMessenger:' + Math.random().toString(36).slice(2, 7).padEnd(5, 'a');
let resizer = null; // the id by which an iframe-resizer host knows this frame
let last = 0;

/** watchHeight reports every change of the height, and answers hosts that ask. */
export function watchHeight() {
  if (!embedded) return;
  new ResizeObserver(() => tellHeight()).observe($('#page'));
  for (const type of ['size', 'ready', 'lang', 'selected']) on(type, () => tellHeight());
  addEventListener('message', (e) => e.source === window.parent && typeof e.data !== 'undefined' && hostAsks(e.data));
  if (document.fonts) document.fonts.ready.then(() => tellHeight());
  tellHeight();
  post('[iFrameResizerChild]Ready');
}

/** height is the height that the whole page needs, in CSS pixels, rounded up. */
export const height = () => Math.ceil($('#page').getBoundingClientRect().height);

const post = (message) => window.parent.postMessage(message, '*');

function tellHeight(again = false) {
  const h = height();
  if (!h || (h === last && !again)) return;
  last = h;
  if (pym) post(`pymxPYMx${pym}xPYMxheightxPYMx${h}`);
  post({sentinel: 'amp', type: 'embed-size', height: h});
  post({'datawrapper-height': {[config.id]: h}});
  post(JSON.stringify({src: location.href, context: 'iframe.resize', height: h}));
  post(JSON.stringify({type: 'set-height', value: h, id: guardian}));
  if (resizer !== null) post(`[iFrameSizer]${resizer}:${h}:${innerWidth}:resize`);
}

function hostAsks(data) {
  if (typeof data === 'string' && data.startsWith('[iFrameSizer]')) {
    const fields = data.slice('[iFrameSizer]'.length).split(':');
    // Only the first message of a host has true or false there.
    if (fields[2] !== 'true' && fields[2] !== 'false') return;
    resizer = fields[0];
    post(`[iFrameSizer]${resizer}:${height()}:${innerWidth}:init`);
    tellHeight(true);
  } else if (data && data.sentinel === 'amp' && data.type === 'frames-init') {
    tellHeight(true);
  } else if (pym && typeof data === 'string' && data.startsWith(`pymxPYMx${pym}xPYMxwidthxPYMx`)) {
    tellHeight(true);
  }
}
