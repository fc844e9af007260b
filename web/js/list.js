// The list of events over the figure: the way to any of them without aiming at a mark.
import {app, config} from './app.js';
import {$, make} from './dom.js';
import {on} from './events.js';
import {select} from './select.js';

const list = $('#list');

/** watchList opens what is chosen in the list. */
export function watchList() {
  list.addEventListener('click', (e) => {
    const item = e.target.closest('[data-event]');
    if (!item) return;
    closeList();
    select(item.dataset.event, {focus: true});
  });
  on('lang', () => { list.lang = ''; if (!list.hidden) openList(); });
}

/** openList shows the list and goes to the open event, or to the first. */
export function openList() {
  if (list.lang !== app.lang) fillList();
  list.hidden = false;
  toggled();
  const here = app.selected ? $(`[data-event="${CSS.escape(app.selected)}"]`, list) : $('[data-event]', list);
  here.focus({preventScroll: true});
  here.scrollIntoView({block: 'nearest'});
}

/** closeList hides it and goes back to its button. */
export function closeList() {
  list.hidden = true;
  toggled();
  $('#bar [data-do="list"]').focus({preventScroll: true});
}

const toggled = () => $('#bar [data-do="list"]').setAttribute('aria-expanded', String(!list.hidden));

function fillList() {
  const items = config.events.map((id) => {
    const article = document.getElementById('event-' + id);
    const when = $('time', article).textContent;
    const title = $('h3', article).textContent.trim();
    return make('li', {}, make('button', {type: 'button', 'data-event': id},
      make('span', {class: 'date'}, when), make('span', {}, title)));
  });
  $('ol', list).replaceChildren(...items);
  list.lang = app.lang;
}
