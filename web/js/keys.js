// Keys, while the figure has the focus and never elsewhere. What is not used stays with the browser.
import {app} from './app.js';
import {$} from './dom.js';
import {act} from './actions.js';
import {mods, setActive} from './input.js';
import {select} from './select.js';
import {stage} from './stage.js';

const ours = {' ': 'play', '.': 'next', ',': 'previous', '?': 'keys'};

/** watchKeys listens to keys on the figure, and to Escape anywhere inside it. */
export function watchKeys() {
  stage.overlay.addEventListener('keydown', (e) => {
    // Combinations belong to the browser and to assistive tools.
    if (e.ctrlKey || e.metaKey || e.altKey || e.key === 'Tab') return;
    if (ours[e.key]) {
      act(ours[e.key]);
      e.preventDefault();
    } else if (e.key !== 'Escape' && app.core && app.core.key(e.key, mods(e))) {
      e.preventDefault();
    }
  });
  $('#figure').addEventListener('keydown', (e) => {
    if (e.key !== 'Escape' || e.defaultPrevented) return;
    const open = $('#list:not([hidden]), #keys:not([hidden])');
    if (!$('#further').hidden) act('menu');
    else if (open) act(open.id);
    else if (app.selected) select(null, {focus: true});
    else if (app.active) setActive(false);
    else if (app.playing) act('play');
    else return;
    e.preventDefault();
  });
}
