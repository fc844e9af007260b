// Short announcements for screen readers: one polite line, never more than 25 words.
import {app} from './app.js';
import {$, later, word} from './dom.js';
import {on} from './events.js';
import {figureIn, figuresOf} from './readout.js';
import {lastDay} from './state.js';

const line = $('#announce');
const most = 25; // words
const words = (text) => text.trim().split(/\s+/);
let readAloud = ''; // the year and language said last
const announce = (text) => { line.textContent = words(text).slice(0, most).join(' '); };

/** watchAnnounce says which event opened and where the view came to rest. */
export function watchAnnounce() {
  on('selected', ({id}) => {
    // A card that took the focus is read anyway.
    if (!id || $('#card').contains(document.activeElement)) return;
    const article = document.getElementById('event-' + id);
    announce($('time', article).textContent + ': ' + $('h3', article).textContent.trim());
  });
  on('read', (reading) => {
    const said = reading.pinned ? reading.year + app.lang : '';
    if (said && said !== readAloud) announce(spoken(reading));
    readAloud = said;
  });
  on('view', later(900, () => {
    if (!app.view || app.playing || (app.reading && app.reading.pinned) || !$('#figure').contains(document.activeElement)) return; // nobody moved it by hand
    announce(word('showing', {from: app.view.start.slice(0, 4), to: lastDay(app.view.end).slice(0, 4)}));
  }));
}

// spoken is a reading in words, cut where the next figure would be too much: half a figure misleads.
function spoken(reading) {
  let text = reading.year + '.';
  // What is known, and that something is not; the panel has the rest.
  const telling = (row) => row.line !== undefined || row.gap === 'unknown';
  for (const {direction, rows} of figuresOf(reading)) {
    if (!rows.some(telling)) continue;
    let next = text + ' ' + direction + ':';
    for (const row of rows.filter(telling)) {
      const value = row.gap ? figureIn(row) : figureIn(row).replace(/\s*\(.*/, '');
      next += ` ${row.kind} ${value},`;
      if (words(next).length > most) return text.replace(/,$/, '.');
      text = next;
    }
    text = next = text.replace(/,$/, '.');
  }
  return text === reading.year + '.' ? text + ' ' + word('no_figures') : text;
}
