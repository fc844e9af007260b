// A reader's own story, dropped onto the page or chosen: whatever shows it is fetched when it is wanted.
// Nothing of it leaves the browser.
import {config, embedded, file} from './app.js';
import {make} from './dom.js';

let loaded = null;

/** watchOwn takes files that are dropped anywhere on the page. In a frame they are the host's. */
export function watchOwn() {
  if (embedded) return;
  const files = (e) => e.dataTransfer && e.dataTransfer.types.includes('Files');
  addEventListener('dragover', (e) => { if (files(e)) e.preventDefault(); });
  addEventListener('drop', (e) => {
    if (!files(e)) return;
    e.preventDefault();
    // Both must be asked now: after this event there is nothing in it any more.
    const entries = Array.from(e.dataTransfer.items, (item) => item.webkitGetAsEntry && item.webkitGetAsEntry()).filter(Boolean);
    const plain = Array.from(e.dataTransfer.files);
    own().then((it) => it.drop(entries, plain));
  });
  document.addEventListener('click', (e) => { if (e.target.closest('[data-own]')) own().then((it) => it.ask()); });
}

// A story that is shown already is shown by the page around it.
function own() {
  if (config.files) return Promise.resolve(window.parent.rentangPreview);
  loaded = loaded || fetch(file(config.preview)).then((r) => r.json()).then((parts) => new Promise((resolve, reject) => {
    const script = make('script', {src: file(parts.script)});
    script.onload = () => resolve(window.rentangPreview.with(parts));
    script.onerror = reject;
    document.head.append(make('link', {rel: 'stylesheet', href: file(parts.style)}), script);
  }));
  loaded.catch(() => { loaded = null; });
  return loaded;
}
