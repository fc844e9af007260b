// The worker that reads a reader's own story. In: {files: [{name, file}], addresses}. Out: {answer} or {failed}.
import {bytesFrom, instantiate} from './instantiate.js';

self.addEventListener('message', async ({data}) => {
  try {
    self.postMessage({answer: await answer(data)});
  } catch (e) {
    self.postMessage({failed: String(e && e.message || e)});
  }
});

async function answer({files, exec, program, size, land, fonts, parts}) {
  importScripts(exec);
  const go = new self.Go();
  const faces = {};
  const [instance, outlines, read] = await Promise.all([
    instantiate(program, size, go.importObject, () => {}),
    bytesFrom(land),
    Promise.all(files.map(async ({name, file}) => ({name, data: new Uint8Array(await file.arrayBuffer())}))),
    ...Object.entries(fonts).map(async ([name, address]) => { faces[name] = await bytesFrom(address); }),
  ]);
  const offered = new Promise((resolve) => { self.rentangPreviewReady = resolve; });
  const ended = go.run(instance).then(() => { throw new Error('the program ended'); });
  const {make} = await Promise.race([offered, ended]);
  const made = make({fonts: faces, land: outlines, parts}, read);
  if (!made) throw new Error('the program ended');
  return made;
}
