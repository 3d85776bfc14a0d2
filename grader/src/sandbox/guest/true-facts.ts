/**
 * What arrays, maps and sets are and hold, whatever a subclass says of itself.
 *
 * Knows the built-in getters and methods as they were when this file was loaded.
 */
import { types } from "node:util";

const getterOf = (owner: object, key: string | symbol): ((it: unknown) => unknown) => {
  const get = Reflect.getOwnPropertyDescriptor(owner, key)?.get;
  if (get === undefined) throw new Error(`no getter ${String(key)}`);
  return (it) => apply(get, it, []) as unknown;
};
const { apply, getOwnPropertyDescriptor, ownKeys } = Reflect;
const typed = Object.getPrototypeOf(Int8Array.prototype) as object; // what all typed arrays inherit from
const typedLength = getterOf(typed, "length");
const typedBuffer = getterOf(typed, "buffer");
const typedKind = getterOf(typed, Symbol.toStringTag);
const typedOffset = getterOf(typed, "byteOffset");
const viewBuffer = getterOf(DataView.prototype, "buffer");
const mapSize = getterOf(Map.prototype, "size");
const setSize = getterOf(Set.prototype, "size");
const mapEach = Map.prototype.forEach;
const setEach = Set.prototype.forEach;

/** How many elements a typed array has. */
export const lengthOf = (array: object): number => typedLength(array) as number;

export const byteOffsetOf = (array: object): number => typedOffset(array) as number;
/** The name of a typed array's kind. */
export const kindOf = (array: object): string => typedKind(array) as string;

/** The memory of a typed array or DataView. */
export const bufferOf = (view: ArrayBufferView): ArrayBuffer =>
  (types.isTypedArray(view) ? typedBuffer(view) : viewBuffer(view)) as ArrayBuffer;

export const isWeak = (value: unknown): boolean => types.isWeakMap(value) || types.isWeakSet(value);

/** Whether it is a Map, Set, WeakMap or WeakSet. */
export const isCollection = (value: unknown): boolean =>
  types.isMap(value) || types.isSet(value) || isWeak(value);

/** How many entries a Map or Set has; of a weak one nobody tells. */
export function sizeOf(collection: object): number {
  if (types.isMap(collection)) return mapSize(collection) as number;
  return types.isSet(collection) ? (setSize(collection) as number) : Infinity;
}

/** The keys and values of a Map, the members of a Set. */
export function entriesOf(collection: object): { keys: unknown[]; values: unknown[] } {
  const keys: unknown[] = [];
  const values: unknown[] = [];
  const note = (value: unknown, key: unknown): void => {
    if (key !== value) keys.push(key);
    values.push(value);
  };
  if (types.isMap(collection)) apply(mapEach, collection, [note]);
  if (types.isSet(collection)) apply(setEach, collection, [note]);
  return { keys, values };
}

/** The values of the properties for whose keys `isWanted`; what a getter would give is not asked for. */
export function dataOf(
  value: object,
  isWanted: (key: string | symbol) => boolean = () => true,
): unknown[] {
  return ownKeys(value)
    .filter(isWanted)
    .map((key) => getOwnPropertyDescriptor(value, key)?.value as unknown);
}
