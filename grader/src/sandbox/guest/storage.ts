/**
 * What values hold: the storage among them and within them, piece by piece.
 *
 * Knows kinds of objects and their sizes; no trace and no call.
 */
import { Groups } from "./groups.ts";
import { SMALL } from "./trace.ts";

/**
 * Bytes of each piece of storage among `values` and within them, by the size they grew to; views of one buffer are one
 * piece. Short ones are bookkeeping, unless those that hold each other are more than one could be: then they are one
 * piece together. What was `given` is nobody's, the memory of the library's arrays included: its own count covers that.
 */
export function storageOf(
  values: readonly object[],
  given: WeakSet<object>,
  unwrapped: (value: unknown) => unknown,
  isLibrarys: (value: object) => boolean,
): number[] {
  const sizes: number[] = [];
  const short = new Groups();
  const seen = new Set<unknown>();
  const waiting: { readonly value: unknown; readonly holder: object | null }[] = [];
  const keep = (items: Iterable<unknown>, holder: object | null): void => {
    for (const item of items)
      if (typeof item === "object" && item !== null) waiting.push({ value: item, holder });
  };
  for (const value of values) waiting.push({ value, holder: null }); // a function among them holds properties
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const value = unwrapped(next.value) as object; // `keep` takes objects only
    if (given.has(value)) continue;
    if (next.holder !== null) short.join(next.holder, value);
    if (seen.has(value)) continue;
    seen.add(value);
    const { storage, elements, bytes } = contentsOf(value, isLibrarys);
    if (storage !== value) {
      if (seen.has(storage) || given.has(storage)) continue;
      seen.add(storage);
    }
    if (elements > SMALL) sizes.push(bytes);
    else short.add(value, elements, bytes);
    if (Array.isArray(value)) keep(value, value);
    else if (value instanceof Map || value instanceof Set) keep(value.values(), value);
    else if (!ArrayBuffer.isView(value) && !isLibrarys(value)) keep(Object.values(value), value);
  }
  return [...sizes, ...short.larger(SMALL)];
}

/** What holds a value's elements, how many they are, and their bytes. */
function contentsOf(
  value: object,
  isLibrarys: (value: object) => boolean,
): { storage: object; elements: number; bytes: number } {
  if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) {
    const storage = value instanceof ArrayBuffer ? value : value.buffer;
    return { storage, elements: storage.byteLength / 8, bytes: storage.byteLength };
  }
  if (Array.isArray(value))
    return { storage: value, elements: value.length, bytes: value.length * 8 };
  const elements =
    value instanceof Map || value instanceof Set
      ? value.size
      : isLibrarys(value)
        ? 0 // what its classes keep is its own affair: arrays hold tables that nobody made here
        : Object.keys(value).length;
  return { storage: value, elements, bytes: elements * 16 };
}
