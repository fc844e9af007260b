// The theme: chosen by the reader, or taken from the system.
import {app} from './app.js';
import {tell} from './events.js';
import {writeState} from './state.js';

const dark = matchMedia('(prefers-color-scheme: dark)');
const contrast = matchMedia('(prefers-contrast: more)');

/** shownTheme is the theme that is on the screen. */
export function shownTheme() {
  if (app.theme !== 'auto') return app.theme;
  if (contrast.matches) return 'contrast';
  return dark.matches ? 'dark' : 'light';
}

/** setTheme takes auto, light, dark or contrast. The stylesheet follows data-theme. */
export function setTheme(name) {
  app.theme = name;
  if (name === 'auto') document.documentElement.removeAttribute('data-theme');
  else document.documentElement.dataset.theme = name;
  if (app.core) app.core.theme(shownTheme());
  tell('theme', shownTheme());
  writeState();
}

/** watchTheme follows the system while the reader has not chosen. */
export function watchTheme() {
  const follow = () => app.theme === 'auto' && setTheme('auto');
  dark.addEventListener('change', follow);
  contrast.addEventListener('change', follow);
}
