// The year that Play has reached, large, in the middle of the controls. It is not announced: the
// event that Play stops at is.
import {$} from './dom.js';
import {on} from './events.js';

/** watchCounter shows the counter while Play runs, and lets it stand while Play pauses at an event. */
export function watchCounter() {
  const counter = $('#counter');
  on('play', (data) => {
    if (data.playing) counter.hidden = false;
    counter.textContent = data.year ? String(data.year) : '';
  });
  on('select', (data) => { if (!data.id) counter.hidden = true; });
}
