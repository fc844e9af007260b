// The program that makes files of the picture, wherever it runs: in a worker, or in the page where there can be none.
import {bytesFrom, instantiate} from './instantiate.js';

/**
 * startStudio loads the program and all it draws with, and resolves with the function that makes a file: it
 * takes an order and promises its bytes. settings are addresses: {program, size, story, fonts, lang: by file
 * name, land, folder: of the story's other files, files: those of a preview by path}.
 */
export async function startStudio(settings, progress) {
  const go = new globalThis.Go();
  const [instance, kit] = await Promise.all([
    instantiate(settings.program, settings.size, go.importObject, progress),
    loadKit(settings),
  ]);
  let ended;
  const end = new Promise((resolve, reject) => { ended = reject; });
  const offered = new Promise((resolve) => { globalThis.rentangStillsReady = resolve; });
  go.run(instance).then(() => ended(new Error('the program ended')), ended);
  const stills = await Promise.race([offered, end]);
  return (order) => Promise.race([stills.make(kit, order), end]);
}

async function loadKit({story, fonts, lang, land, folder, files}) {
  const all = async (addresses) => {
    const files = {};
    await Promise.all(Object.entries(addresses).map(async ([name, address]) => { files[name] = await bytesFrom(address); }));
    return files;
  };
  const [stories, faces, words, outlines] = await Promise.all([all(story), all(fonts), all(lang), bytesFrom(land)]);
  return {
    story: stories, fonts: faces, lang: words, land: outlines,
    read: (name) => bytesFrom((files && files['story/' + name]) || new URL(name, folder)),
  };
}
