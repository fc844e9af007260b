// Files from a drop or a choice, each with its path. Too many are refused here, before any is read.
const most = {files: 2000, bytes: 100 * 2 ** 20, depth: 8};

const keptAside = (name) => name.startsWith('.') || name === '__MACOSX'; // an editor's or a system's own

/** picked is the files of an input. */
export function picked(list) {
  return checked(Array.from(list, (file) => ({name: file.webkitRelativePath || file.name, file})).filter((f) => !f.name.split('/').some(keptAside)));
}

/** gathered is the files of a drop: of its folders, where the browser tells of them. */
export async function gathered(entries, files) {
  if (!entries.length) return picked(files);
  const found = [];
  for (const entry of entries) await walk(entry, found, 0);
  return checked(found);
}

async function walk(entry, found, depth) {
  if (keptAside(entry.name)) return;
  if (depth > most.depth) throw new Error(`${entry.fullPath} lies more than ${most.depth} folders deep`);
  if (found.length > most.files) throw new Error(`more than ${most.files} files`);
  if (entry.isFile) {
    const file = await new Promise((resolve, reject) => entry.file(resolve, reject));
    found.push({name: entry.fullPath.replace(/^\//, ''), file});
    return;
  }
  const reader = entry.createReader();
  for (;;) { // a reader gives a hundred at a time
    const some = await new Promise((resolve, reject) => reader.readEntries(resolve, reject));
    if (!some.length) return;
    for (const one of some) await walk(one, found, depth + 1);
  }
}

function checked(files) {
  if (files.length > most.files) throw new Error(`${files.length} files; a story may have ${most.files}`);
  if (files.reduce((sum, {file}) => sum + file.size, 0) > most.bytes) throw new Error(`more than ${most.bytes / 2 ** 20} MB`);
  return files;
}
