// Small helpers for the document and its words.
import {config} from './app.js';

export const $ = (selector, within = document) => within.querySelector(selector);
export const $$ = (selector, within = document) => Array.from(within.querySelectorAll(selector));

/** make creates an element. Attributes are set as attributes, text as text: nothing is ever parsed as markup. */
export function make(name, attributes = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === true) node.setAttribute(key, '');
    else if (value !== false && value != null) node.setAttribute(key, value);
  }
  node.append(...children);
  return node;
}

/** icon is a picture from the sprite that stands in the page. */
export function icon(name) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  const use = document.createElementNS('http://www.w3.org/2000/svg', 'use');
  use.setAttribute('href', '#i-' + name);
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  svg.append(use);
  return svg;
}

/** word is the wording of a key in the page's language, with {name} places filled. */
export function word(key, fill = {}) {
  const text = config.words[key] === undefined ? key : config.words[key];
  return text.replace(/\{(\w+)\}/g, (place, name) => (name in fill ? fill[name] : place));
}

/** wordsIn writes the words into every element that names one: data-word is its text, data-name its accessible name. */
export function wordsIn(within) {
  for (const node of $$('[data-word]', within)) node.textContent = word(node.dataset.word);
  for (const node of $$('[data-name]', within)) {
    node.setAttribute('aria-label', word(node.dataset.name));
    if (node.matches('button, summary, select')) node.title = word(node.dataset.name);
  }
}

/** storage that may be refused (a sandboxed frame) or full: a missing value is null. */
export const storage = {
  get(key) {
    try { return window.sessionStorage.getItem(key); } catch (e) { return null; }
  },
  set(key, value) {
    try { window.sessionStorage.setItem(key, value); } catch (e) { /* nothing to keep it in */ }
  },
};

/** later calls fn once, wait milliseconds after the last call. */
export function later(wait, fn) {
  let timer = 0;
  return (...args) => {
    clearTimeout(timer);
    timer = setTimeout(() => fn(...args), wait);
  };
}
