// The stage: the place of the picture. It knows its size and whether anybody can see it.
import {app, embedded} from './app.js';
import {$, later} from './dom.js';
import {tell} from './events.js';
import {stageHeight, upright} from './size.js';
import {writeNow} from './state.js';

export const stage = {width: 0, height: 0, upright: false, visible: false, node: $('#stage'), overlay: $('#overlay')};

/** watchStage sizes the stage and keeps it so. Nothing is built at width 0: a hidden tab has no size yet. */
export function watchStage() {
  shadowBody();
  new ResizeObserver(measure).observe(stage.node);
  addEventListener('resize', measure);
  measure();
  watchSight();
  watchDensity();
}

function measure() {
  const width = Math.round(stage.node.clientWidth);
  if (!width) return;
  const room = embedded ? 0 : innerHeight - $('#bar').offsetHeight;
  let height = stageHeight(width, room);
  // A phone's address bar goes while the reader scrolls; the picture must not jump with it.
  if (width === stage.width && scrollY > 0 && Math.abs(height - stage.height) < 120) return;
  if (width === stage.width && height === stage.height) return;
  Object.assign(stage, {width, height, upright: upright(width)});
  stage.node.style.height = height + 'px';
  document.documentElement.classList.toggle('upright', stage.upright);
  tell('size', stage);
}

// Ebiten sizes its canvas from the body, which here is the whole document: it is shown the stage instead.
function shadowBody() {
  Object.defineProperty(document.body, 'clientWidth', {configurable: true, get: () => stage.width});
  Object.defineProperty(document.body, 'clientHeight', {configurable: true, get: () => stage.height});
}

// Out of sight nothing runs.
function watchSight() {
  let near = false;
  const tellSight = () => {
    const visible = near && document.visibilityState === 'visible';
    if (visible === stage.visible) return;
    stage.visible = visible;
    tell('sight', visible);
  };
  new IntersectionObserver((entries) => {
    near = entries[entries.length - 1].isIntersecting;
    tellSight();
  }).observe(stage.node);
  document.addEventListener('visibilitychange', tellSight);
}

// Ebiten asks for the screen's density once. After a browser zoom or a move to another screen the page
// starts again, with its state in the address.
function watchDensity() {
  const density = matchMedia(`(resolution: ${devicePixelRatio}dppx)`);
  const again = later(400, () => {
    if (!app.core) return watchDensity();
    writeNow();
    location.reload();
  });
  // Safari 15 has no change event on a resolution query in every version; a missed one only blurs.
  if (density.addEventListener) density.addEventListener('change', again, {once: true});
}

/** seen resolves once the stage has a size and is on screen, or has a size alone where that will do. */
export function seen(sized = false) {
  return new Promise((resolve) => {
    const look = () => {
      if (stage.width && (sized || stage.visible)) resolve();
      else setTimeout(look, 100);
    };
    look();
  });
}
