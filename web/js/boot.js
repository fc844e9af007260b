// Start: the page is a document; this makes it a figure that answers, and lets the program take over.
import {app, config, embedded} from './app.js';
import {$} from './dom.js';
import {offerApi} from './api.js';
import {watchAnnounce} from './announce.js';
import {watchBar} from './bar.js';
import {on} from './events.js';
import {watchFirst} from './first.js';
import {watchHeight} from './heights.js';
import {watchInput} from './input.js';
import {watchKeys} from './keys.js';
import {ownLanguage, setLang} from './lang.js';
import {watchList} from './list.js';
import {watchOwn} from './own.js';
import {startProgram} from './program.js';
import {watchReadout} from './readout.js';
import {select, watchSelect} from './select.js';
import {stage, watchStage} from './stage.js';
import {readState, writeNow, writeState} from './state.js';
import {setTheme, watchTheme} from './theme.js';

function boot() {
  const state = readState(location.search, location.hash);
  const root = document.documentElement;
  root.classList.add('script');
  root.classList.toggle('embedded', embedded);
  // The text after the figure is announced where it is.
  if (embedded) stage.overlay.setAttribute('aria-describedby', 'figure-help');
  offerApi();
  watchOwn();
  if (state.plain) { // the document alone
    root.classList.add('plain');
    watchHeight();
    return;
  }
  root.classList.add('figured');
  app.mode = state.mode;
  if (state.theme !== 'auto') setTheme(state.theme);
  watchTheme();
  watchBar();
  watchFirst();
  watchSelect();
  watchInput();
  watchKeys();
  watchList();
  watchReadout();
  watchAnnounce();
  watchLinks();
  watchStage(); // the others are listening by now
  watchHeight();
  on('view', () => writeState());
  const lang = state.lang || ownLanguage();
  if (!state.lang && lang) app.pageLang = lang;
  const translated = lang && lang !== config.lang ? setLang(lang) : Promise.resolve();
  if (state.event) {
    select(state.event);
    stayAtFigure();
  }
  performance.mark('rentang:clickable');
  if (state.static) {
    root.classList.add('static');
    return;
  }
  on('ready', () => { if (state.play) app.core.play({speed: 1, set: 'first'}); });
  startProgram(state, translated);
}

// The browser follows the address to the event's text further down, which is right without script. With
// it the event opens in the figure: the browser looks for nothing while the page still loads. In a frame
// there is the figure alone, and the article's place is the reader's.
function stayAtFigure() {
  const show = () => { if (!embedded) $('#figure').scrollIntoView({block: 'start'}); };
  try { history.replaceState(history.state, '', location.href.replace(/#.*/, '')); } catch (e) { /* then only the next line helps */ }
  show();
  addEventListener('load', () => setTimeout(() => {
    if (!location.hash && app.selected) writeNow();
    if (!stage.visible) show();
  }, 50));
}

// A link to an event opens it in the figure; the same link without script leads to the event's text.
function watchLinks() {
  const follow = (hash) => {
    const id = hash.startsWith('#event-') ? decodeURIComponent(hash.slice('#event-'.length)) : '';
    return config.events.includes(id) && select(id, {focus: true});
  };
  document.addEventListener('click', (e) => {
    const link = e.target.closest('a[href^="#event-"]');
    if (!link || e.defaultPrevented || e.ctrlKey || e.metaKey || e.shiftKey || e.button) return;
    if (link.closest('#card')) { // back to the text
      const heading = $('h3 a', document.getElementById(decodeURIComponent(link.hash.slice(1))));
      e.preventDefault();
      heading.focus();
      heading.scrollIntoView({block: 'center'});
      return;
    }
    if (!follow(link.getAttribute('href'))) return;
    e.preventDefault();
    $('#figure').scrollIntoView({block: 'start'});
  });
  addEventListener('hashchange', () => follow(location.hash));
}

boot();
