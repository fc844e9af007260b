// The first picture: the finished still that stands on the stage until the program draws, and for good
// where it cannot. Its events can be opened.
import {config, file} from './app.js';
import {$, $$} from './dom.js';
import {on} from './events.js';
import {stage} from './stage.js';
import {shownTheme} from './theme.js';

const picture = $('#first');
const first = () => config.first[stage.upright ? 'portrait' : 'landscape'];

/** watchFirst keeps the first picture that fits the stage, the theme and the language. */
export function watchFirst() {
  for (const type of ['size', 'theme', 'lang']) on(type, showFirst);
  showFirst();
}

function showFirst() {
  if (picture.hidden || !stage.width) return;
  const path = file(first().themes[shownTheme()] || first().themes.light);
  const image = $('img', picture);
  for (const source of $$('source', picture)) source.remove();
  if (image.src !== path) image.src = path;
}

/** hideFirst takes the picture away once the program has drawn the same; hideFirst(false) brings it back. */
export function hideFirst(hide = true) {
  picture.hidden = hide;
  showFirst();
}

// The picture is fitted into the stage whole, at its top, as the stylesheet says: there the title stays
// where it is when the program draws a higher one.
function placed([index, x, y]) {
  const {width, height} = first();
  const scale = Math.min(stage.width / width, stage.height / height);
  return {
    id: config.events[index],
    x: (stage.width - width * scale) / 2 + x * scale,
    y: y * scale,
  };
}

/** hitFirst is the mark nearest to a point of the stage, within reach pixels: {id, x, y}, or null. */
export function hitFirst(x, y, reach) {
  let best = reach;
  let hit = null;
  for (const mark of first().marks.map(placed)) {
    const distance = Math.hypot(mark.x - x, mark.y - y);
    if (distance <= best) [best, hit] = [distance, mark];
  }
  return hit;
}

/** placeFirst is where the mark of an event stands in the first picture: {id, x, y}, or null. */
export const placeFirst = (id) => first().marks.map(placed).find((mark) => mark.id === id) || null;
