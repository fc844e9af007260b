// The controls under the figure. Their markup stands in the page; here they learn what to do.
import {act, menu} from './actions.js';
import {app} from './app.js';
import {watchCounter} from './counter.js';
import {$, $$, word} from './dom.js';
import {on} from './events.js';
import {watchExport} from './export.js';
import {setLang} from './lang.js';
import {stage} from './stage.js';
import {writeState} from './state.js';
import {setTheme} from './theme.js';

/** watchBar connects the controls and shows the bar. */
export function watchBar() {
  $('#bar').hidden = false;
  $('#figure').addEventListener('click', (e) => {
    const control = e.target.closest('[data-do]');
    if (control) act(control.dataset.do);
    else if (!e.target.closest('#bar')) menu(false);
  });
  on('size', arrange);
  $('#mode').value = app.mode;
  $('#mode').addEventListener('change', (e) => setMode(e.target.value));
  $('#speed').addEventListener('change', (e) => app.core && app.core.speed(Number(e.target.value)));
  $('#theme').value = app.theme;
  $('#theme').addEventListener('change', (e) => setTheme(e.target.value));
  $('#lang').value = app.lang;
  $('#lang').addEventListener('change', (e) => setLang(e.target.value));
  on('theme', () => { $('#theme').value = app.theme; });
  on('play', showPlay);
  on('lang', showPlay);
  watchCounter();
  on('ready', () => enable(true));
  on('error', () => enable(false));
  enable(false);
  watchExport();
}

// On a narrow bar language and download stand behind the button for more.
function arrange() {
  const quick = $('#quick');
  const narrow = stage.width < 800;
  if (narrow && quick.parentNode !== $('#further')) $('#further').prepend(quick);
  if (!narrow && quick.parentNode !== $('#bar')) $('#bar [data-do="menu"]').before(quick);
}

function setMode(name) {
  app.mode = name;
  if (app.core) app.core.mode(name);
  writeState();
}

// What needs the program is told apart, and cannot be pressed before it draws.
function enable(running) {
  for (const button of $$('#bar [data-needs]')) button.disabled = !running;
}

function showPlay() {
  const button = $('#bar [data-do="play"]');
  const name = word(app.playing ? 'pause' : 'play');
  button.setAttribute('aria-label', name);
  button.title = name;
  $('use', button).setAttribute('href', app.playing ? '#i-pause' : '#i-play');
}
