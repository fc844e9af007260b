// Keys, while the figure has the focus and never elsewhere. What is not used stays with the browser.
import {app} from './app.js';
import {$} from './dom.js';
import {act} from './actions.js';
import {mods, setActive} from './input.js';
import {dismiss} from './readout.js';
import {enter, select, step, walk} from './select.js';
import {stage} from './stage.js';

const ours = {' ': 'play', '.': 'next', ',': 'previous', '?': 'keys', '[': 'yearback', ']': 'yearon'};
// Where other alphabets have letters on these keys, their place counts.
const places = {BracketLeft: 'yearback', BracketRight: 'yearon', Comma: 'previous', Period: 'next'};
const latin = /^[\x20-\x7e]$/;

/** watchKeys listens to keys on the figure, and to Escape anywhere inside it. */
export function watchKeys() {
  stage.overlay.addEventListener('keydown', (e) => {
    // Combinations belong to the browser and to assistive tools.
    if (e.ctrlKey || e.metaKey || e.altKey || e.key === 'Tab') return;
    walk(e.key !== 'Enter');
    if (used(e)) e.preventDefault();
  });
  stage.overlay.addEventListener('pointerdown', () => walk(false));
  $('#figure').addEventListener('keydown', (e) => {
    if (e.key !== 'Escape' || e.defaultPrevented || e.isComposing) return;
    if (escape()) e.preventDefault();
  });
}

function used(e) {
  const name = ours[e.key] || (!latin.test(e.key) && places[e.code]);
  if (name) return act(name);
  if (e.key === 'Enter' && enter()) return true;
  if (app.core) return e.key !== 'Escape' && app.core.key(e.key, mods(e));
  // Before the program draws, the first picture is walked through.
  if (e.key === 'ArrowRight' || e.key === 'ArrowLeft') return step(e.key === 'ArrowRight' ? 1 : -1);
  return e.key === 'Enter' && step(1, {focus: true});
}

// escape closes what is open, the topmost first, and reports whether anything was.
function escape() {
  const open = $('#list:not([hidden]), #keys:not([hidden])');
  if (!$('#further').hidden) act('menu');
  else if (open) act(open.id);
  else if (dismiss()) return true;
  else if (app.selected) select(null, {focus: true});
  else if (app.active) setActive(false);
  else if (app.playing) act('play');
  else return false;
  return true;
}
