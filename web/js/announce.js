// Short announcements for screen readers: one polite line, never more than 25 words.
import {app} from './app.js';
import {$, later, word} from './dom.js';
import {on} from './events.js';
import {lastDay} from './state.js';

const line = $('#announce');
const announce = (text) => { line.textContent = text.split(/\s+/).slice(0, 25).join(' '); };

/** watchAnnounce says which event opened and where the view came to rest. */
export function watchAnnounce() {
  on('selected', ({id}) => {
    // A card that took the focus is read anyway.
    if (!id || $('#card').contains(document.activeElement)) return;
    const article = document.getElementById('event-' + id);
    announce($('time', article).textContent + ': ' + $('h3', article).textContent.trim());
  });
  on('view', later(900, () => {
    if (!app.view || app.playing || !$('#figure').contains(document.activeElement)) return; // nobody moved it by hand
    announce(word('showing', {from: app.view.start.slice(0, 4), to: lastDay(app.view.end).slice(0, 4)}));
  }));
}
