// Loading: the program with its progress, the story, the fonts, the words.
import {config, file} from './app.js';
import {bytesFrom, instantiate} from './instantiate.js';

/**
 * rendererFor is which program draws: webgl or canvas2d; null where neither can. Asked for auto, WebGL needs
 * a GPU behind it: in software each frame costs ten times what the 2D canvas takes.
 */
export function rendererFor(asked) {
  if (typeof WebAssembly !== 'object') return null;
  if (config.programs.webgl.file.endsWith('.gz') && typeof DecompressionStream !== 'function') return null;
  if (asked !== 'canvas2d' && canDraw(asked === 'webgl')) return 'webgl';
  return typeof Path2D === 'function' ? 'canvas2d' : null;
}

function canDraw(software) {
  try {
    const gl = document.createElement('canvas').getContext('webgl2', {failIfMajorPerformanceCaveat: !software});
    if (!gl) return false;
    const info = gl.getExtension('WEBGL_debug_renderer_info');
    const name = String(gl.getParameter(info ? info.UNMASKED_RENDERER_WEBGL : gl.RENDERER));
    // A page may hold only 8 to 16 contexts: give this one back at once.
    const lose = gl.getExtension('WEBGL_lose_context');
    if (lose) lose.loseContext();
    return software || !/swiftshader|llvmpipe|softpipe|software|basic render/i.test(name);
  } catch (e) {
    return false;
  }
}

const bytes = (path) => bytesFrom(file(path));

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

/** loadProgram is the compiled program of a renderer. progress is told a share from 0 to 1. */
export async function loadProgram(renderer, progress) {
  const {file: path, bytes: size} = config.programs[renderer];
  await loadScript(config.exec);
  const go = new globalThis.Go();
  const instance = await instantiate(file(path), size, go.importObject, progress);
  return {go, instance};
}

/** loadScript runs Go's loader, once. */
export function loadScript(path) {
  if (globalThis.Go) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = file(path);
    script.onload = resolve;
    script.onerror = () => reject(new Error(path + ': not loaded'));
    document.head.append(script);
  });
}
