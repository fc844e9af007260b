// A story that is being worked on: the page loads again when its folder has changed, and says what is
// wrong with it meanwhile. Only rentang serve -watch puts this into a page.
import {base, config} from './app.js';
import {hidePanel, showPanel} from './panel.js';

const own = document.currentScript.dataset.build;
const settled = 350; // milliseconds until the address says where the reader is, see writeState
let moved = 0;

addEventListener('DOMContentLoaded', () => { if (window.rentang) window.rentang.on('view', () => { moved = performance.now(); }); });

const source = new EventSource(new URL('-/reload', base));
source.onmessage = (e) => {
  const {build, problems} = JSON.parse(e.data);
  if (build !== own) {
    setTimeout(() => location.reload(), Math.max(0, moved + settled - performance.now()));
    source.close();
    return;
  }
  const broken = problems.some((p) => p.severity === 'error');
  if (problems.length) showPanel({head: broken ? config.words.live_kept : config.words.live_warnings, problems, open: broken});
  else hidePanel();
};
addEventListener('pagehide', () => source.close());
