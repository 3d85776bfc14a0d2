/**
 * What values hold: the storage among them and within them, piece by piece.
 *
 * Knows kinds of objects and their sizes; no trace and no call.
 */
import { Groups } from "./groups.ts";
import { types } from "node:util";
import { bufferOf, dataOf, entriesOf, lengthOf } from "./true-facts.ts";
import { extraOf } from "./text-size.ts";
import { SMALL, indexOf } from "./trace.ts";

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
  const keep = (items: readonly unknown[], holder: object | null): void => {
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
    const { storage, elements, bytes, kept } = contentsOf(value, isLibrarys);
    if (storage !== value) {
      if (seen.has(storage) || given.has(storage)) continue;
      seen.add(storage);
    }
    if (elements > SMALL) sizes.push(bytes);
    else short.add(value, elements, bytes);
    keep(kept, value);
  }
  return [...sizes, ...short.larger(SMALL)];
}

interface Contents {
  readonly storage: object;
  readonly elements: number;
  readonly bytes: number;
  /** What is kept in it. */
  readonly kept: readonly unknown[];
}

/** What holds a value's elements, how many they are, and their bytes. */
function contentsOf(value: object, isLibrarys: (value: object) => boolean): Contents {
  const named = namedIn(value);
  const names = named.length + extraOf(named);
  if (isLibrarys(value)) {
    // What its classes keep is its own affair: arrays hold tables that nobody made here. But they have few fields.
    const elements = names > SMALL ? names : 0;
    return { storage: value, elements, bytes: elements * 16, kept: [] };
  }
  if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) {
    const storage = ArrayBuffer.isView(value) ? bufferOf(value) : value;
    const bytes = storage.byteLength + names * 16;
    return { storage, elements: bytes / 8, bytes, kept: named };
  }
  if (Array.isArray(value)) {
    const { length } = value as readonly unknown[];
    const items = dataOf(value, (key) => key !== "length" && isIn(key, length));
    const elements = length + extraOf(items);
    return {
      storage: value,
      elements: elements + names,
      bytes: elements * 8 + names * 16,
      kept: [...items, ...named],
    };
  }
  const { keys, values } = entriesOf(value);
  const elements = values.length + extraOf(keys) + extraOf(values) + names;
  return { storage: value, elements, bytes: elements * 16, kept: [...keys, ...values, ...named] };
}

/** The values of all properties that are no elements. */
function namedIn(value: object): unknown[] {
  if (types.isTypedArray(value)) {
    if (!Object.isExtensible(value)) return [];
    const length = lengthOf(value);
    return dataOf(value, (key) => !isIn(key, length));
  }
  if (!Array.isArray(value)) return dataOf(value);
  return dataOf(value, (key) => key !== "length" && !isIn(key, value.length));
}

function isIn(key: string | symbol, length: number): boolean {
  const index = indexOf(key);
  return index >= 0 && index < length;
}
