// The worker: makes files of the picture beside the page's thread, and can be stopped in the middle.
// In: {settings, order, number}. Out: {progress}, {number, bytes}, {number, error}, and {lock} once this
// worker holds the lock of that name, which the browser gives on to the page when the worker is no more.
import {startStudio} from './studio.js';

let studio = null;

self.addEventListener('message', async ({data: {settings, order, number, lock}}) => {
  try {
    if (!studio) {
      hold(lock);
      importScripts(settings.exec);
      studio = startStudio(settings, (progress) => self.postMessage({progress}));
    }
    const make = await studio;
    self.postMessage({progress: 1});
    const bytes = await make(order);
    self.postMessage({number, bytes}, [bytes.buffer]);
  } catch (e) {
    self.postMessage({number, error: String(e && e.message || e)});
  }
});

function hold(lock) {
  if (!navigator.locks) return; // not a secure address: the page waits for an answer, and not for ever
  navigator.locks.request(lock, () => {
    self.postMessage({lock});
    return new Promise(() => {});
  }).catch(() => {});
}
