// What a reader takes along as text: the link, the code of a frame.
import {config, embedded, file} from './app.js';
import {make} from './dom.js';
import {address} from './state.js';

/** link is the address to give on. In a frame it is the article's, where the host has told it: that is where the reader is. */
export function link() {
  const host = new URLSearchParams(location.search).get('parentUrl') || '';
  return embedded && /^https?:\/\//i.test(host) ? host : address();
}

/** frameCode is the code of a frame that shows what this page shows; its height is for hosts that strip scripts. */
export function frameCode() {
  const url = new URL(address());
  // These are between a host and its frame.
  for (const name of ['childId', 'initialWidth', 'parentUrl', 'parentTitle']) url.searchParams.delete(name);
  return `<iframe data-rentang src="${quoted(url.href)}" title="${quoted(config.title)}" width="100%" height="640"
  style="width:0;min-width:100%!important;border:none" loading="lazy" scrolling="no"
  allow="fullscreen; clipboard-write; web-share"></iframe>
<script async src="${quoted(file('embed.js'))}"></script>`;
}

const quoted = (text) => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** copyText puts a text on the clipboard, and reports whether it got there. within is an element that is shown. */
export async function copyText(text, within) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch (e) { /* refused, or not there: the old way */ }
  const back = document.activeElement;
  const area = make('textarea', {class: 'unseen', readonly: true}, text);
  within.append(area);
  area.select();
  let done = false;
  try { done = document.execCommand('copy'); } catch (e) { /* then by hand */ }
  area.remove();
  if (back) back.focus({preventScroll: true});
  return done;
}
