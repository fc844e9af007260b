// Loading: the program with its progress, the story, the fonts, the words.
import {config, file} from './app.js';

/** canDraw reports whether the browser can run the program: WebAssembly and WebGL 2. */
export function canDraw() {
  if (typeof WebAssembly !== 'object') return false;
  try {
    const gl = document.createElement('canvas').getContext('webgl2');
    // A page may hold only 8 to 16 contexts: give this one back at once.
    const lose = gl && gl.getExtension('WEBGL_lose_context');
    if (lose) lose.loseContext();
    return Boolean(gl);
  } catch (e) {
    return false;
  }
}

/** fetched is the answer to a request for a file of the built folder. */
export async function fetched(path) {
  const response = await fetch(file(path), {credentials: 'same-origin'});
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response;
}

const bytes = async (path) => new Uint8Array(await (await fetched(path)).arrayBuffer());

/** loadStory is every data file of the story, by name. Photos stay on the server: the card shows them. */
export async function loadStory() {
  const story = {};
  await Promise.all(config.story.map(async (name) => { story[name] = await bytes('story/' + name); }));
  return story;
}

const fonts = new Map(); // by path; a language may share fonts with another

/** loadLanguage is a language's words and fonts, as the program takes them. */
export async function loadLanguage(code) {
  const {words, fonts: wanted} = config.languages.find((l) => l.code === code);
  for (const font of wanted) if (!fonts.has(font.file)) fonts.set(font.file, bytes(font.file));
  const data = await bytes(words);
  const loaded = await Promise.all(wanted.map(async (font) => ({weight: font.weight, name: font.name, data: await fonts.get(font.file)})));
  return {code, data, fonts: loaded};
}

/** loadProgram is the compiled program. progress is told a share from 0 to 1. */
export async function loadProgram(progress) {
  await loadScript(config.exec);
  const go = new globalThis.Go();
  let instance;
  try {
    ({instance} = await WebAssembly.instantiateStreaming(watched(await fetched(config.wasm), progress), go.importObject));
  } catch (e) {
    // Wrong type from the server, no streaming, or a stream cut off: once more, whole.
    const whole = await (await fetched(config.wasm)).arrayBuffer();
    ({instance} = await WebAssembly.instantiate(whole, go.importObject));
  }
  progress(1);
  return {go, instance};
}

// watched passes a response on and counts its bytes. Their number comes from the build: a server that
// compresses tells another.
function watched(response, progress) {
  if (!response.body || typeof ReadableStream !== 'function') return response;
  const reader = response.body.getReader();
  let seen = 0;
  const stream = new ReadableStream({
    async pull(controller) {
      const {done, value} = await reader.read();
      if (done) return controller.close();
      seen += value.length;
      progress(Math.min(1, seen / config.wasmBytes));
      controller.enqueue(value);
    },
  });
  return new Response(stream, {headers: {'Content-Type': 'application/wasm'}});
}

function loadScript(path) {
  if (globalThis.Go) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = file(path);
    script.onload = resolve;
    script.onerror = () => reject(new Error(path + ': not loaded'));
    document.head.append(script);
  });
}
