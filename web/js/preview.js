// Shows a reader's own story over the page: a worker reads and checks it and makes its pages, and a frame
// shows them with the parts of this page. Nothing is asked of any server but those parts.
import {base, config, file} from './app.js';
import {gathered, picked} from './dropped.js';
import {make} from './dom.js';
import {bytesFrom} from './instantiate.js';
import {hidePanel, showPanel} from './panel.js';
import {framed} from './previewpage.js';

let parts = null; // preview.json
let words = {};
let worker = null; // at work
let shown = null; // {node, blobs}: what is shown now

window.rentangPreview = {with: async (given) => {
  parts = given;
  const language = config.languages.find((l) => l.code === document.documentElement.lang) || config.languages[0];
  words = JSON.parse(new TextDecoder().decode(await bytesFrom(file(language.words)))).words;
  return Object.assign(window.rentangPreview, {drop, ask});
}};

const button = (key, act, count = '') => {
  const node = make('button', {type: 'button', class: 'plain'}, words[key] + count);
  node.addEventListener('click', act);
  return node;
};

/** ask offers to choose a folder or a file. */
function ask() {
  showPanel({head: words.own_drop, more: [make('div', {class: 'row'},
    button('own_folder', () => choose(true)), button('own_file', () => choose(false)), button('close', hidePanel))]});
}

function choose(folder) {
  const input = make('input', {type: 'file', webkitdirectory: folder});
  if (!folder) input.accept = '.zip,.json,.jsonp,.csv';
  input.addEventListener('change', () => show(() => picked(input.files)));
  input.click();
}

/** drop takes what was dropped, as entries where the browser knows folders. */
function drop(entries, files) { show(() => gathered(entries, files)); }

// show reads files and shows their story, or says why not. What is shown already stays until then.
async function show(gather) {
  if (worker) worker.terminate();
  showPanel({head: words.own_reading + ' …', open: false, more: [make('progress', {'aria-label': words.own_reading})]});
  try {
    const answer = await read(await gather());
    if (answer.refused) return refuse(answer.refused);
    if (!answer.files) return showPanel({head: words.story_problems, problems: answer.problems, more: [again()]});
    open(answer);
  } catch (e) {
    refuse(String(e && e.message || e));
  }
}

function refuse(reason) { showPanel({head: words.own_refused, problems: [{severity: 'error', text: reason}], more: [again()]}); }

const again = () => make('div', {class: 'row'}, button('own_open', ask), button('close', hidePanel));

// read has a worker read the files. It ends with its answer, and its memory with it.
function read(files) {
  return new Promise((resolve, reject) => {
    const mine = worker = new Worker(file(parts.worker));
    const end = (then, value) => {
      mine.terminate();
      if (worker === mine) worker = null;
      then(value);
    };
    mine.onerror = (e) => end(reject, new Error(e.message || 'the worker ended'));
    mine.onmessage = ({data}) => (data.failed ? end(reject, new Error(data.failed)) : end(resolve, data.answer));
    mine.postMessage({
      files, exec: file(parts.exec), program: file(parts.program.file), size: parts.program.bytes, land: file(parts.land),
      fonts: Object.fromEntries(parts.fonts.map((f) => [f.name, file(f.file)])), parts: JSON.stringify(parts.pages),
    });
  });
}

function open(answer) {
  close();
  if (window.rentang) window.rentang.pause();
  const name = answer.title[document.documentElement.lang] || Object.values(answer.title)[0];
  const {page, blobs} = framed(answer, base);
  const frame = make('iframe', {title: name, allow: 'fullscreen; clipboard-write', src: page});
  const problems = [...answer.problems, ...answer.notes.map((text) => ({severity: 'warning', text}))];
  const list = () => showPanel({head: words.live_warnings, problems, more: [make('div', {class: 'row'}, button('close', hidePanel))]});
  const warned = problems.length ? button('live_warnings', list, ' ' + problems.length) : '';
  const node = make('section', {id: 'preview', 'aria-label': words.own_shown.replace('{name}', name)},
    make('header', {}, make('p', {}, words.own_shown.replace('{name}', name)), warned, button('own_open', ask), button('own_close', close)), frame);
  document.body.append(node);
  document.documentElement.classList.add('previewed');
  shown = {node, blobs};
  frame.focus();
}

function close() {
  hidePanel();
  if (!shown) return;
  shown.node.remove();
  for (const address of shown.blobs) URL.revokeObjectURL(address);
  shown = null;
  document.documentElement.classList.remove('previewed');
}
