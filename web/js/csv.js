// CSV for spreadsheets: UTF-8 with its mark, and no cell that a spreadsheet would run.

/** csvOf writes rows of cells. */
export const csvOf = (rows) => '\ufeff' + rows.map((row) => row.map(cell).join(',') + '\r\n').join('');

// A spreadsheet takes a text that begins with one of these for a formula, full-width ones in some
// languages. An apostrophe before it keeps it a text; a number stays a number.
function cell(value) {
  let text = String(value);
  if (/^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/.test(text) && !/^[-+]?\d+(\.\d+)?$/.test(text)) text = "'" + text;
  return /[",\r\n;\t']|^\s|\s$/.test(text) ? '"' + text.replace(/"/g, '""') + '"' : text;
}

/** rowsOf reads CSV: rows of cells. */
export function rowsOf(text) {
  const rows = [];
  let row = [];
  // A cell in quotes, where a quote is written twice, or one without; then a comma, an end of line or the end.
  const next = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|\r|$)/y;
  text = text.replace(/^\ufeff/, '');
  while (next.lastIndex < text.length) {
    const found = next.exec(text);
    if (!found) throw new Error('not CSV');
    row.push(found[1] === undefined ? found[2] : found[1].replace(/""/g, '"'));
    if (found[3] === ',' && next.lastIndex < text.length) continue;
    if (found[3] === ',') row.push('');
    rows.push(row);
    row = [];
  }
  return rows;
}
