// The data to take along, as CSV files.
import {config, file} from './app.js';
import {csvOf, rowsOf} from './csv.js';
import {$, $$} from './dom.js';
import {bytesFrom} from './instantiate.js';

/** flowsCSV is the story's figures. */
export async function flowsCSV() {
  const text = new TextDecoder().decode(await bytesFrom(file('story/flows.csv')));
  return csvOf(rowsOf(text));
}

/** eventsCSV is the events as the document tells them, in its language. */
export function eventsCSV() {
  const rows = [['id', 'date', 'date_text', 'kind', 'title', 'place', 'caption', 'credit', 'sources']];
  for (const id of config.events) {
    const article = document.getElementById('event-' + id);
    const text = (selector) => { const node = $(selector, article); return node ? node.textContent.trim() : ''; };
    const sources = $$('.sources li', article).map((li) => li.textContent.trim() + ($('a', li) ? ' ' + $('a', li).href : ''));
    rows.push([id, $('time', article).getAttribute('datetime') || '', text('time'), text('.kind'), text('h3'), text('.place'), text('.caption'), text('.credit'), sources.join('; ')]);
  }
  return csvOf(rows);
}
