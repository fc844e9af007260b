// The panel over the page that lists what is wrong with a story, with file and line.
import {make} from './dom.js';

let panel = null;

/** showPanel lists problems under a heading; what cannot be closed is closed by those who opened it. */
export function showPanel({head, problems = [], open = true, more = []}) {
  const list = make('ul', {lang: 'en'}, ...problems.map((p) => make('li', {class: p.severity}, p.text)));
  const fresh = make('section', {id: 'problems', role: open ? 'alert' : 'status', class: open ? 'broken' : ''},
    problems.length ? make('details', {open}, make('summary', {}, head, make('span', {class: 'count'}, ' ' + problems.length)), list) : make('p', {}, head),
    ...more);
  if (panel) panel.replaceWith(fresh);
  else document.body.append(fresh);
  panel = fresh;
  return fresh;
}

/** hidePanel takes it away. */
export function hidePanel() {
  if (panel) panel.remove();
  panel = null;
}
