/**
 * Traps that count what is kept under names: a plain object's properties, and those that a list, a typed array or a map
 * has beside its elements.
 *
 * Knows property descriptors only; what counts as an element is the caller's.
 */
import { dataOf } from "./true-facts.ts";
import { extraOf } from "./text-size.ts";
import {
  COLLECTION_BYTES,
  SMALL,
  type StandIns,
  type Storage,
  type Trace,
  numbering,
} from "./trace.ts";

type Key = string | symbol;

export interface Names {
  read(key: Key): void;
  /** What `change` returns, which may add or take away the property `key`. */
  changing<T>(key: Key, change: () => T): T;
}

/** The named properties of `target`, those for which `isElement` left out. They get a place once one of them is used. */
export function namesOf(
  target: object,
  trace: Trace,
  isElement: (key: Key) => boolean = () => false,
): Names {
  const slotOf = numbering();
  let size = 0;
  let storage: Storage | null = null;
  const place = (): Storage => {
    if (storage !== null) return storage;
    const names = {}; // an identity of their own: the elements have the target's
    size = Reflect.ownKeys(target).filter((key) => !isElement(key)).length;
    const start = trace.addressOf(names, COLLECTION_BYTES, false);
    return (storage = trace.storage(names, start, 8, () =>
      size > SMALL ? size : size + extraOf(dataOf(target)),
    ));
  };
  return {
    read(key) {
      if (Object.hasOwn(target, key) && !isElement(key)) place().read(slotOf(key));
    },
    changing(key, change) {
      const had = Object.hasOwn(target, key);
      const result = change();
      const has = Object.hasOwn(target, key);
      if (isElement(key) || !(had || has)) return result;
      if (storage === null) place();
      else size += Number(has) - Number(had);
      place().write(slotOf(key));
      return result;
    },
  };
}

/** Sets a property of `target` for whoever the stand-in's `set` trap was called for: an object may only inherit from it. */
export function setFor(
  target: object,
  key: Key,
  value: unknown,
  receiver: unknown,
  { wrap }: StandIns,
): boolean {
  return Reflect.set(target, key, value, receiver === wrap(target) ? target : receiver);
}
