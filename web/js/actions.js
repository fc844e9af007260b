// What the controls and the keys can do, by name.
import {app} from './app.js';
import {$, $$} from './dom.js';
import {tell} from './events.js';
import {closeList, openList} from './list.js';
import {readYear} from './readout.js';
import {select, step} from './select.js';

// What needs the program gives false without it: the key then stays with the browser.
const actions = {
  play() {
    if (!app.core) return false;
    if (app.playing) app.core.pause();
    else app.core.play({speed: Number($('#speed').value), set: $('#set').value});
    return true;
  },
  next: () => step(1),
  previous: () => step(-1),
  in: () => app.core && app.core.zoom(1.8),
  out: () => app.core && app.core.zoom(1 / 1.8),
  whole: () => app.core && app.core.fit(),
  earlier: () => app.core && app.core.pan(-0.3),
  later: () => app.core && app.core.pan(0.3),
  yearback: () => Boolean(app.core && app.core.readStep(-1)),
  yearon: () => Boolean(app.core && app.core.readStep(1)),
  unread: () => readYear(null),
  close: () => select(null, {focus: true}),
  list: () => ($('#list').hidden ? openList() : closeList()),
  keys() { menu(false); panel($('#keys')); },
  menu: () => menu(),
};

/** act does what a control or a key stands for, and reports whether there was anything to do. */
export function act(name) {
  if (!actions[name] || actions[name]() === false) return false;
  tell('act', name);
  return true;
}

/** menu opens or closes the further controls. */
export function menu(open = $('#further').hidden) {
  if ($('#further').hidden === !open) return;
  $('#further').hidden = !open;
  $('[data-do="menu"]').setAttribute('aria-expanded', String(open));
  if (open) $$('button, select', $('#further')).find((control) => control.offsetParent).focus({preventScroll: true});
}

let before = null; // where the focus was before the panel opened

function panel(node) {
  if (node.hidden) before = document.activeElement;
  node.hidden = !node.hidden;
  const back = before && before !== document.body && before.offsetParent ? before : $('#overlay');
  const target = node.hidden ? back : $('[data-do]', node);
  if (target) target.focus({preventScroll: true});
}
