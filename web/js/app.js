// The page's own state, shared by all modules. The page is a document that works without any of this.

/** config is what the build wrote into the page: files, languages, words, the zones of the first picture. */
export const config = JSON.parse(document.getElementById('rentang-config').textContent);

/** base is the address of the built folder, whichever language's page this is. */
export const base = new URL(config.root, document.baseURI);

/** embedded is true inside another page's frame; there the article owns the wheel and the height. The frame of a preview is ours. */
export const embedded = window.parent !== window && !config.files;

/** app is what changes while the page lives. core is the program, null until it draws. */
export const app = {
  core: null,
  lang: config.lang, // of the texts on the page
  theme: 'auto', // as chosen, see theme.js
  mode: 'linear',
  selected: null, // id of the open event
  view: null, // {start, end, days} once the program draws
  playing: false,
  reading: null, // the year whose figures are shown, as the program reports it
  active: false, // the figure owns one-finger drags (upright figures only)
  pageLang: config.lang, // of this address, without ?lang=
};

/** file is the address of a file of the built folder, or of what stands for it in a preview. */
export const file = (path) => (config.files && config.files[path]) || new URL(path, base).href;
