// The panel over the page that lists what is wrong with a story, with file and line.
import {$, make} from './dom.js';

/** showPanel shows problems under a heading, in place of what it showed before. more stands below them. */
export function showPanel({head, problems = [], open = true, more = []}) {
  hidePanel();
  const list = make('ul', {lang: 'en'}, ...problems.map((p) => make('li', {class: p.severity}, p.text)));
  const broken = problems.some((p) => p.severity === 'error');
  document.body.append(make('section', {id: 'problems', role: broken ? 'alert' : 'status', class: broken ? 'broken' : open ? '' : 'quiet'},
    problems.length ? make('details', {open}, make('summary', {}, head, make('span', {class: 'count'}, ' ' + problems.length)), list) : make('p', {}, head),
    ...more));
}

/** hidePanel takes it away. */
export function hidePanel() {
  const panel = $('#problems');
  if (panel) panel.remove();
}
