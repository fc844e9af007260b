// The language: the other language's page is fetched and its texts take the place of these. The view,
// the open card and the program stay.
import {app, config, embedded, file} from './app.js';
import {$, $$, wordsIn} from './dom.js';
import {tell} from './events.js';
import {loadLanguage} from './loader.js';
import {showCard} from './card.js';
import {writeState} from './state.js';
import {stage} from './stage.js';

/**
 * ownLanguage is the first of the reader's languages that the story has, where the address leaves it open: on
 * the default page, and not in a frame, whose language is the article's. null where it is not open. A search
 * engine that asks for the default page is to find that one.
 */
export function ownLanguage() {
  if (embedded || config.lang !== config.languages[0].code || /bot|crawl|spider/i.test(navigator.userAgent)) return null;
  const base = (code) => code.toLowerCase().split('-')[0];
  for (const wanted of navigator.languages || [navigator.language]) {
    const found = config.languages.find((l) => l.code === wanted) || config.languages.find((l) => base(l.code) === base(wanted));
    if (found) return found.code;
  }
  return null;
}

let asked = 0; // the last one asked for wins

/** setLang shows the page in another language of the story. It resolves when all texts are there. */
export async function setLang(code) {
  const language = config.languages.find((l) => l.code === code);
  if (!language || code === app.lang) return;
  const ask = ++asked;
  try {
    const address = file(language.page);
    const [response, loaded] = await Promise.all([fetch(address), app.core ? loadLanguage(code) : null]);
    if (!response.ok) throw new Error(`${language.page}: ${response.status}`);
    const other = new DOMParser().parseFromString(await response.text(), 'text/html');
    if (ask !== asked) return;
    takeOver(other, address);
    app.lang = code;
    if (app.core) app.core.language(code, (loaded || await loadLanguage(code)).data, (loaded || {fonts: []}).fonts);
  } catch (e) {
    console.error('rentang:', e);
    tell('error', {message: String(e.message || e)});
  }
  $('#lang').value = app.lang;
  if (app.selected) showCard(app.selected, {ax: stage.width, ay: 0});
  tell('lang', app.lang);
  writeState();
}

// takeOver replaces the texts by those of another language's page. Its addresses are relative to that page.
function takeOver(other, address) {
  for (const name of ['href', 'src', 'srcset']) {
    for (const node of $$(`[data-text] [${name}], [data-text][${name}]`, other)) {
      const value = node.getAttribute(name);
      if (!value.startsWith('#')) node.setAttribute(name, new URL(value, address).href);
    }
  }
  for (const node of $$('[data-text]', other)) {
    const mine = $(`[data-text="${node.dataset.text}"]`);
    if (mine) mine.replaceWith(document.adoptNode(node));
  }
  const theirs = JSON.parse(other.getElementById('rentang-config').textContent);
  config.words = theirs.words;
  config.first = theirs.first;
  config.title = theirs.title;
  document.title = other.title;
  document.documentElement.lang = other.documentElement.lang;
  document.documentElement.dir = other.documentElement.dir;
  const image = $('#first img');
  image.alt = $('#first img', other).alt;
  stage.overlay.setAttribute('aria-label', theirs.title);
  wordsIn($('#figure'));
}
