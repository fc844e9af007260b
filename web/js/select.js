// Which event is open. Every way to open one - mark, list, link, key, script, message - comes through here.
import {app, config} from './app.js';
import {hideCard, placeCard, showCard} from './card.js';
import {$} from './dom.js';
import {on, tell} from './events.js';
import {placeFirst} from './first.js';
import {stage} from './stage.js';
import {writeState} from './state.js';

let wantsFocus = false;
let walking = false; // a key walks from event to event: the focus stays on the figure

/** select opens an event's card, or closes it with null. focus moves the focus into the card, or back. */
export function select(id, {focus = false} = {}) {
  if (id !== null && !config.events.includes(id)) return false;
  wantsFocus = focus;
  if (app.core) app.core.select(id, {reveal: true});
  // The program answers with a report of its own, now or with its next frame; the card need not wait.
  if (app.selected !== id) show({id, ...markOf(id)});
  return true;
}

/** watchSelect follows what the program selects by itself: a click on a mark, the play. */
export function watchSelect() {
  on('select', (data) => {
    if (!app.playing && !walking && document.activeElement === stage.overlay) wantsFocus = true;
    show(data);
    if (data.id && app.core && !stage.upright) settle(data.id);
  });
}

/** walk says whether the next event to open is walked past, or meant. */
export function walk(on) { walking = on; }

/** enter moves the focus into the open card, and reports whether there is one. */
export function enter() {
  const title = app.selected && $('#card-title');
  if (title) title.focus({preventScroll: true});
  return Boolean(title);
}

// The view may travel to the mark. Where it has come to rest under the card, the card changes sides.
async function settle(id) {
  await app.core.idle();
  const {ax, ay} = markOf(id);
  const box = $('#card').getBoundingClientRect();
  const left = box.left - stage.node.getBoundingClientRect().left;
  if (app.selected === id && ax > left - 12 && ax < left + box.width + 12) placeCard(ax, ay);
}

/** step opens the next event in time, or the one before, and reports whether there is one. */
export function step(by, {focus = false} = {}) {
  if (app.core) { // which knows where the reader is looking
    wantsFocus = focus;
    return app.core.step(by) !== null;
  }
  const all = config.events;
  const now = all.indexOf(app.selected);
  const next = now < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(Math.max(now + by, 0), all.length - 1);
  return select(all[next], {focus});
}

function show({id, ax, ay}) {
  const changed = app.selected !== id;
  const focus = wantsFocus && changed;
  app.selected = id;
  if (id) showCard(id, {ax, ay, focus});
  else hideCard(focus);
  if (!changed) return;
  wantsFocus = false;
  writeState();
  tell('selected', {id});
}

// Where the mark stands now; a mark that is not on the stage counts as standing at the upper right.
function markOf(id) {
  const zone = app.core && app.core.zones().find((z) => z.id === id || (z.members || []).includes(id));
  if (zone) return {ax: zone.ax, ay: zone.ay};
  const mark = !app.core && id && stage.width ? placeFirst(id) : null;
  return mark ? {ax: mark.x, ay: mark.y} : {ax: stage.width, ay: 0};
}
