// The program on the stage: started when it is seen, fed with sizes, and heard.
import {app, config} from './app.js';
import {$, make, word} from './dom.js';
import {on, tell} from './events.js';
import {hideFirst} from './first.js';
import {loadLanguage, loadProgram, loadStory, rendererFor} from './loader.js';
import {painter2d} from './paint2d.js';
import {seen, stage} from './stage.js';
import {shownTheme} from './theme.js';

let core = null; // what the program offers; app.core is the same once it has drawn
const reduced = matchMedia('(prefers-reduced-motion: reduce)');

/**
 * startProgram waits until the figure is on screen, or an event in it was asked for, loads and starts. The
 * language may still be on its way. It never throws: the document stays.
 */
export async function startProgram(state, translated) {
  await seen(Boolean(state.event));
  const renderer = rendererFor(state.renderer);
  if (!renderer) return say('program_unsupported');
  const bar = progressBar();
  try {
    const [program, story, language] = await Promise.all([loadProgram(renderer, bar.set), loadStory(), translated.then(() => loadLanguage(app.lang))]);
    core = await run(program);
    const answer = core.start({...settings(state, story, language), paint: renderer === 'canvas2d' ? painter2d(stage.node) : null});
    if (!answer.ok) return showProblems(answer.problems || []);
    follow();
  } catch (e) {
    console.error('rentang:', e);
    say('program_failed', () => startAgain(state, translated));
    tell('error', {message: String(e && e.message || e)});
  } finally {
    bar.end();
  }
}

function startAgain(state, translated) {
  // A program that got as far as running cannot be started twice in one page.
  if (core) location.reload();
  else startProgram(state, translated);
}

function run({go, instance}) {
  return new Promise((resolve, reject) => {
    globalThis.rentangBoot = resolve;
    go.run(instance).then(() => {
      reject(new Error('the program ended'));
      if (app.core) fail(new Error('the program ended'));
    }, reject);
  });
}

function settings(state, story, language) {
  return {
    story, fonts: language.fonts, lang: {code: language.code, data: language.data},
    theme: shownTheme(), mode: state.mode, width: stage.width, height: stage.height,
    view: null, time: state.time, select: app.selected, still: false,
    opening: !state.time && !app.selected && !state.play && !reduced.matches, reduced: reduced.matches, emit: heard,
  };
}

// follow keeps the program in step with the page.
function follow() {
  on('size', () => {
    dispatchEvent(new Event('resize')); // Ebiten looks at its size then, and only then
    core.resize(stage.width, stage.height);
  });
  on('sight', (visible) => core.visible(visible));
  core.visible(stage.visible);
  reduced.addEventListener('change', () => core.reduced(reduced.matches));
  guardContext();
}

// heard takes what the program reports and passes it on; the modules listen for what concerns them.
function heard(type, data) {
  switch (type) {
    case 'ready':
      app.core = core;
      hideFirst();
      document.documentElement.classList.add('running');
      performance.mark('rentang:interactive');
      break;
    case 'view': {
      // Rounded to days, the whole story reads the same however the reader came back to it.
      const whole = data.start <= config.start && data.end >= config.end;
      app.view = data = {start: data.start, end: data.end, days: data.days, whole};
      document.documentElement.classList.toggle('zoomed', !whole);
      break;
    }
    case 'play':
      app.playing = data.playing;
      break;
    case 'error':
      fail(new Error(data.message));
      return;
  }
  tell(type, data);
}

function fail(error) {
  console.error('rentang:', error);
  app.core = null;
  hideFirst(false);
  document.documentElement.classList.remove('running');
  say('program_failed', () => location.reload());
  tell('error', {message: error.message});
}

// A lost graphics context would make Ebiten reload the page. Once that is right: the state is in the
// address. A second loss within a minute means that it will not stay, and the still takes over.
function guardContext() {
  document.addEventListener('webglcontextlost', (e) => {
    let before = 0;
    try { before = (history.state && history.state.contextLost) || 0; } catch (error) { /* no history here */ }
    if (Date.now() - before > 60000) {
      history.replaceState({contextLost: Date.now()}, '');
      return;
    }
    e.stopImmediatePropagation();
    fail(new Error('the graphics context was lost'));
  }, true);
}

function progressBar() {
  const bar = $('#progress');
  bar.hidden = false;
  bar.value = 0;
  return {set: (share) => { bar.value = share; }, end: () => { bar.hidden = true; }};
}

/** say puts a quiet word under the figure, with a retry where there is something to try. */
export function say(key, retry) {
  const place = $('#word');
  place.replaceChildren(make('span', {}, word(key)));
  if (retry) {
    const button = make('button', {type: 'button', class: 'plain'}, word('retry'));
    button.addEventListener('click', () => { place.hidden = true; retry(); });
    place.append(' ', button);
  }
  place.hidden = false;
}

// A story with errors is not drawn; the page says which, in words.
function showProblems(problems) {
  const list = make('ul', {lang: 'en'});
  for (const p of problems) {
    const where = [p.file, p.line || null, p.field || null].filter(Boolean).join(':');
    list.append(make('li', {class: p.severity}, p.text || `${where}: ${p.what}, ${p.expected}`));
  }
  document.documentElement.classList.add('broken');
  say('story_problems');
  $('#word').append(list);
  tell('error', {message: problems.map((p) => p.text || p.what).join('\n')});
}
