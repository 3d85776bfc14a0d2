/**
 * The built-in functions that read and write properties of whatever they are given, made to say of what.
 *
 * Knows JavaScript's globals. An index in brackets is seen in the text; `Reflect.get(f, i)` and `[].at.call(f, i)` are
 * not, and functions and objects of classes have no stand-ins that would see them.
 */
export interface Watcher {
  /** Some properties of `target` are read or written. */
  reached(target: object, properties: number): void;
  /** `holder` keeps `values`, and nobody can ask it for them. */
  hidden(holder: object, values: readonly unknown[]): void;
}

const REFLECTING: readonly (readonly [object, string])[] = [
  [Reflect, "get set defineProperty getOwnPropertyDescriptor"],
  [
    Object,
    "assign defineProperty defineProperties getOwnPropertyDescriptor getOwnPropertyDescriptors values entries",
  ],
];
const HIDING: readonly (readonly [object, string])[] = [
  [WeakMap.prototype, "set"],
  [WeakSet.prototype, "add"],
];

/** Puts a function that tells `watcher` in the place of each. Must come before the realm is frozen. */
export function watchBuiltIns(watcher: Watcher): void {
  const reached = (target: unknown, properties: number): void => {
    if ((typeof target === "object" && target !== null) || typeof target === "function")
      watcher.reached(target, properties);
  };
  for (const [owner, names] of REFLECTING)
    for (const name of names.split(" ")) replace(owner, name, (_, [target]) => reached(target, 1));
  for (const name of Reflect.ownKeys(Array.prototype))
    if (name !== "constructor")
      replace(Array.prototype, name, (it) => {
        if (!Array.isArray(it)) reached(it, lengthOf(it));
      });
  for (const [owner, names] of HIDING)
    for (const name of names.split(" "))
      replace(owner, name, (it, args) => watcher.hidden(it as object, args)); // else the method throws afterwards
}

function replace(
  owner: object,
  name: string | symbol,
  tell: (it: unknown, args: readonly unknown[]) => void,
): void {
  const native: unknown = Reflect.get(owner, name);
  if (typeof native !== "function") return;
  const { apply } = Reflect;
  const { watched } = {
    watched(this: unknown, ...args: unknown[]): unknown {
      tell(this, args);
      return apply(native, this, args);
    },
  };
  for (const key of ["name", "length"] as const)
    Object.defineProperty(watched, key, { value: native[key], configurable: true });
  Object.defineProperty(owner, name, { value: watched, writable: true, configurable: true });
}

const { getOwnPropertyDescriptor } = Object;

/** How many elements a method of lists may touch in what is no list. */
function lengthOf(target: unknown): number {
  if (target === null || target === undefined) return 0;
  const length: unknown = getOwnPropertyDescriptor(target, "length")?.value;
  return typeof length === "number" && length > 1 ? length : 1;
}
