// The pages of a preview, made ready for a frame: they and what belongs to the story become blobs,
// everything else is the folder's that this page came from.

const types = {html: 'text/html', json: 'application/json', csv: 'text/csv', md: 'text/plain', txt: 'text/plain', jpg: 'image/jpeg', jpeg: 'image/jpeg', png: 'image/png', svg: 'image/svg+xml', webp: 'image/webp'};

/** framed is the address of the default language's page, and of all blobs that it uses. */
export function framed({files, main}, base) {
  const made = {};
  const blob = (name, data) => {
    const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
    made[name] = URL.createObjectURL(new Blob([data], {type: types[ending] || 'application/octet-stream'}));
  };
  const isPage = (name) => name.endsWith('.html') && !name.startsWith('story/');
  for (const name of Object.keys(files)) if (!isPage(name)) blob(name, files[name]);
  for (const name of Object.keys(files)) if (isPage(name)) blob(name, textOf(pageOf(files[name], name, base, made)));
  const page = pageOf(files[main], main, base, made);
  const script = page.getElementById('rentang-config');
  script.textContent = JSON.stringify({...JSON.parse(script.textContent), root: base.href, files: made}).replace(/</g, '\\u003c');
  const blobs = Object.values(made);
  blob(main, textOf(page)); // the one among the files is for whoever comes back to its language
  return {page: made[main], blobs: [...blobs, made[main]]};
}

const textOf = (page) => '<!doctype html>\n' + page.documentElement.outerHTML;

function pageOf(data, name, base, made) {
  const page = new DOMParser().parseFromString(new TextDecoder().decode(data), 'text/html');
  const from = new URL(name, base);
  const whole = (address) => {
    if (address.startsWith('#')) return address;
    const url = new URL(address, from);
    const path = url.href.startsWith(base.href) ? decodeURIComponent(url.href.slice(base.href.length)) : '';
    return made[path] || url.href;
  };
  for (const attribute of ['href', 'src']) {
    for (const node of page.querySelectorAll(`[${attribute}]`)) {
      const address = node.getAttribute(attribute);
      node.setAttribute(attribute, whole(address));
      if (node.hasAttribute('download')) node.setAttribute('download', address.slice(address.lastIndexOf('/') + 1));
      if (node.localName === 'a' && /\.html$/.test(address)) node.target = '_blank'; // the method: the frame is for the story
    }
  }
  for (const node of page.querySelectorAll('[srcset]')) {
    node.setAttribute('srcset', node.getAttribute('srcset').split(', ').map((one) => one.replace(/^\S+/, whole)).join(', '));
  }
  // There is no address to give on yet.
  for (const node of page.querySelectorAll('[data-export=link], [data-export=code]')) node.hidden = true;
  // The bar changes the language; these lead to addresses that are not there.
  for (const node of page.querySelectorAll('.languages, link[rel=alternate]')) node.remove();
  return page;
}
