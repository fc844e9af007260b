// A tiny emitter: what happens in the page, for modules, for the script interface and for host pages.

const listeners = new Map();

/** on calls fn(data) whenever type happens, and returns the function that ends it. */
export function on(type, fn) {
  if (!listeners.has(type)) listeners.set(type, new Set());
  listeners.get(type).add(fn);
  return () => listeners.get(type).delete(fn);
}

/** tell reports that type happened. A listener that throws is reported and stops nobody else. */
export function tell(type, data) {
  for (const fn of listeners.get(type) || []) {
    try { fn(data); } catch (e) { console.error(e); }
  }
}
