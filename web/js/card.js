// The card of an event: cloned from the document, where every event stands in full.
import {app, config, embedded} from './app.js';
import {$, icon, make, word} from './dom.js';
import {stage} from './stage.js';

const card = $('#card');
let opener = null; // where the focus goes back to

/**
 * showCard shows an event beside its mark, which stands at ax, ay on the stage: at the far side of a
 * wide figure, as a sheet at the foot of an upright one. The program keeps the mark above the sheet;
 * the first picture cannot, and a sheet that would cover its mark stands at the head.
 */
export function showCard(id, {ax, ay, focus}) {
  if (card.dataset.event !== id || card.hidden || card.lang !== app.lang) fillCard(id);
  placeCard(ax, ay);
  const was = document.activeElement;
  if (card.hidden) opener = was && was !== document.body ? was : null;
  card.hidden = false;
  if (focus) $('#card-title').focus({preventScroll: true});
}

/** placeCard puts the card where it does not cover a mark that stands at ax, ay. */
export function placeCard(ax, ay) {
  card.classList.toggle('left', !stage.upright && ax > stage.width / 2);
  card.classList.toggle('head', stage.upright && !app.core && ay > stage.height * 0.53);
}

/** hideCard closes the card; back brings the focus to where the card was opened from. */
export function hideCard(back) {
  if (card.hidden) return;
  const inside = card.contains(document.activeElement);
  card.hidden = true;
  card.dataset.event = '';
  if ((back || inside) && document.contains(opener || stage.overlay)) (opener || stage.overlay).focus({preventScroll: true});
  opener = null;
}

function fillCard(id) {
  const inside = card.contains(document.activeElement) && document.activeElement.dataset.do;
  const article = document.getElementById('event-' + id);
  const part = (name) => {
    const node = $('.' + name, article);
    if (!node) return '';
    const copy = node.cloneNode(true);
    for (const named of copy.querySelectorAll('[id]')) named.removeAttribute('id');
    for (const image of copy.querySelectorAll('img')) {
      image.removeAttribute('loading');
      if (image.sizes) image.sizes = stage.upright ? '100vw' : '340px';
    }
    return copy;
  };
  const title = make('h2', {id: 'card-title', tabindex: '-1'}, $('h3', article).textContent.trim());
  const head = make('div', {class: 'card-head'}, part('when'), button('close', 'close'));
  const body = make('div', {class: 'card-body', tabindex: '0', role: 'group', 'aria-labelledby': 'card-title'},
    title, part('place'), part('map'), part('photo'), part('caption'), part('photo') ? '' : part('credit'), part('sources')); // a photo has its credit under it
  const foot = make('div', {class: 'card-foot'}, button('previous', 'previous_event'),
    textLink(id),
    button('next', 'next_event'));
  card.replaceChildren(head, body, foot);
  card.dataset.event = id;
  card.lang = app.lang;
  const again = inside && $(`[data-do="${inside}"]`, card);
  if (again) again.focus({preventScroll: true});
}

// The event's number leads to its text in the document; in a frame there is none to go to.
function textLink(id) {
  const text = word('of', {n: config.events.indexOf(id) + 1, all: config.events.length});
  return embedded ? make('span', {class: 'count'}, text) : make('a', {class: 'count', href: '#event-' + id, title: word('full_text')}, text);
}

function button(action, name) {
  return make('button', {type: 'button', class: 'icon-button', 'data-do': action, 'aria-label': word(name), title: word(name)}, icon(action));
}
