// What the controls and the keys can do, by name.
import {app} from './app.js';
import {$} from './dom.js';
import {tell} from './events.js';
import {closeList, openList} from './list.js';
import {select, step} from './select.js';

const actions = {
  play() {
    if (!app.core) return;
    if (app.playing) app.core.pause();
    else app.core.play({speed: Number($('#speed').value), set: $('#set').value});
  },
  next: () => step(1),
  previous: () => step(-1),
  in: () => app.core && app.core.zoom(1.8),
  out: () => app.core && app.core.zoom(1 / 1.8),
  whole: () => app.core && app.core.fit(),
  close: () => select(null, {focus: true}),
  list: () => ($('#list').hidden ? openList() : closeList()),
  keys() { menu(false); panel($('#keys')); },
  menu: () => menu(),
};

/** act does what a control or a key stands for. */
export function act(name) {
  if (!actions[name]) return;
  actions[name]();
  tell('act', name);
}

/** menu opens or closes the further controls. */
export function menu(open = $('#further').hidden) {
  if ($('#further').hidden === !open) return;
  $('#further').hidden = !open;
  $('[data-do="menu"]').setAttribute('aria-expanded', String(open));
  if (open) $('select', $('#further')).focus({preventScroll: true});
}

function panel(node) {
  node.hidden = !node.hidden;
  const target = node.hidden ? $('#overlay') : $('[data-do]', node);
  if (target) target.focus({preventScroll: true});
}
