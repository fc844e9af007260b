// Compiling a program while it arrives. The page and its worker have this in common: nothing here touches the document.

/** fetchedFrom is the answer to a request for an address. */
export async function fetchedFrom(address) {
  const response = await fetch(address, {credentials: 'same-origin'});
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return String(address).endsWith('.gz') ? unpacked(response) : response;
}

// unpacked is a packed file's content. Some servers take its name for a promise and have the browser unpack
// it: then its first bytes are no longer those of gzip.
async function unpacked(response) {
  const reader = response.body.getReader();
  let {value: head, done} = await reader.read();
  while (!done && head.length < 2) {
    const next = await reader.read();
    done = next.done;
    if (!done) head = new Uint8Array([...head, ...next.value]);
  }
  const packed = head && head[0] === 0x1f && head[1] === 0x8b;
  const stream = new ReadableStream({
    start(controller) { if (head) controller.enqueue(head); },
    async pull(controller) {
      const next = await reader.read();
      if (next.done) controller.close();
      else controller.enqueue(next.value);
    },
  });
  return new Response(packed ? stream.pipeThrough(new DecompressionStream('gzip')) : stream);
}

/** bytesFrom is what lies at an address. */
export const bytesFrom = async (address) => new Uint8Array(await (await fetchedFrom(address)).arrayBuffer());

/** instantiate is the program at an address, of size bytes. progress is told a share from 0 to 1. */
export async function instantiate(address, size, imports, progress) {
  let instance;
  try {
    ({instance} = await WebAssembly.instantiateStreaming(watched(await fetchedFrom(address), size, progress), imports));
  } catch (e) {
    // Wrong type from the server, no streaming, or a stream cut off: once more, whole.
    const whole = await (await fetchedFrom(address)).arrayBuffer();
    ({instance} = await WebAssembly.instantiate(whole, imports));
  }
  progress(1);
  return instance;
}

// watched passes a response on and counts its bytes. Their number comes from the build: a server that
// compresses tells another.
function watched(response, size, progress) {
  if (!response.body || typeof ReadableStream !== 'function') return response;
  const reader = response.body.getReader();
  let seen = 0;
  const stream = new ReadableStream({
    async pull(controller) {
      const {done, value} = await reader.read();
      if (done) return controller.close();
      seen += value.length;
      progress(Math.min(1, seen / size));
      controller.enqueue(value);
    },
  });
  return new Response(stream, {headers: {'Content-Type': 'application/wasm'}});
}
