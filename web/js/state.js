// The state of the page in its address: read once, written as the reader moves. What equals the
// default is not written, so that links stay short.
import {app, config} from './app.js';
import {later} from './dom.js';

const themes = ['auto', 'light', 'dark', 'contrast'];
const modes = ['linear', 'sqrt'];
/** isDate reports whether a text is a date as addresses, messages and calls write it: a year, a month or a day that exists. */
export function isDate(text) {
  if (!/^\d{4}(-\d{2}){0,2}$/.test(text)) return false;
  const whole = text + '-01-01'.slice(text.length - 4);
  const day = new Date(whole + 'T00:00:00Z');
  return !isNaN(day) && day.toISOString().startsWith(text);
}

/** readState is what the address asks for. A wrong value is warned about and ignored. */
export function readState(search, hash) {
  const query = new URLSearchParams(search);
  const one = (name, allowed, fallback) => {
    const value = query.get(name);
    if (value === null) return fallback;
    if (allowed.includes(value)) return value;
    console.warn(`rentang: ${name}=${value} is not one of ${allowed.join(', ')}`);
    return fallback;
  };
  const state = {
    lang: one('lang', config.languages.map((l) => l.code), null),
    theme: one('theme', themes, 'auto'),
    mode: one('mode', modes, 'linear'),
    renderer: one('renderer', ['auto', 'webgl', 'canvas2d'], 'auto'),
    play: one('play', ['0', '1'], '0') === '1',
    static: one('static', ['0', '1'], '0') === '1',
    plain: one('plain', ['0', '1'], '0') === '1',
    time: null,
    event: null,
  };
  const time = query.get('time');
  if (time !== null) {
    const [from, to, rest] = time.split('..');
    const ok = (d) => d === '' || d === 'earliest' || d === 'latest' || isDate(d);
    // One year or day alone is allowed; an end that a link shortener cut off is read as the latest.
    if (rest === undefined && from && ok(from) && (to === undefined || ok(to))) state.time = from + '..' + (to === undefined ? from : to || 'latest');
    else console.warn(`rentang: time=${time} is not of the form A..B`);
  }
  if (hash.startsWith('#event-')) {
    const id = decode(hash.slice('#event-'.length));
    if (config.events.includes(id)) state.event = id;
    else console.warn(`rentang: there is no event ${id}`);
  }
  return state;
}

function decode(text) {
  try { return decodeURIComponent(text); } catch (e) { return text; }
}

/** address is this page's address with the current state in it. Parameters that are not ours stay. */
export function address() {
  const url = new URL(location.href);
  const set = (name, value) => (value ? url.searchParams.set(name, value) : url.searchParams.delete(name));
  set('lang', app.lang === app.pageLang ? '' : app.lang);
  set('theme', app.theme === 'auto' ? '' : app.theme);
  set('mode', app.mode === 'linear' ? '' : app.mode);
  if (app.view) set('time', viewTime());
  url.searchParams.delete('play');
  // Another place of the document stays in the address.
  if (app.selected || url.hash.startsWith('#event-')) url.hash = app.selected ? 'event-' + encodeURIComponent(app.selected) : '';
  // Two dots and commas need no escape in a query, and links are read by people.
  return url.href.replace(/#$/, '');
}

/** viewTime is the view as addresses write it; empty for the whole story. */
export const viewTime = () => (app.view && !app.view.whole ? period(app.view.start, app.view.end) : '');

/** lastDay is the last day of a view that ends with the beginning of another. */
export const lastDay = (end) => new Date(Date.parse(end) - 864e5).toISOString().slice(0, 10);

// period writes a view, whose end is the first day after it, with an end that belongs to it: whole years
// and months as such, else days.
function period(start, end) {
  const last = lastDay(end);
  if (start.endsWith('-01-01') && end.endsWith('-01-01')) return start.slice(0, -6) + '..' + last.slice(0, -6);
  if (start.endsWith('-01') && end.endsWith('-01')) return start.slice(0, -3) + '..' + last.slice(0, -3);
  return start + '..' + last;
}

/** writeNow puts the state into the address bar at once. */
export function writeNow() {
  const now = address();
  if (now === location.href) return;
  try { history.replaceState(history.state, '', now); } catch (e) { /* a file, or too many in a while */ }
}

/** writeState does so when the reader has stopped moving: browsers limit how often it may be done. */
export const writeState = later(300, writeNow);
