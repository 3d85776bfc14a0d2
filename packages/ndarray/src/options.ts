/**
 * The trailing options object that stands for Python's keyword arguments.
 *
 * Knows keys and nothing of arrays; lies beneath every room, beside `errors.ts`.
 * An optional positional parameter may also be given by keyword: `squeeze(a, 0)` and `squeeze(a, { axis: 0 })`.
 */

import { ValueError } from "./errors.ts";

/** Whether `x` is an options object: a plain object that is not a complex number. */
export function isOptions(x: unknown): x is object {
  if (typeof x !== "object" || x === null) return false;
  const prototype: unknown = Object.getPrototypeOf(x);
  return (prototype === Object.prototype || prototype === null) && !("re" in x && "im" in x);
}

/** What `readOptions` gives where nothing was given: always this very object. */
export const NO_OPTIONS: object = Object.freeze({});

/**
 * `given` with every key known to `name`; nothing given is an empty object.
 *
 * @throws {TypeError} when a key is none of `keys`, or `given` is no options object
 */
export function readOptions<T extends object>(
  name: string,
  given: T | null | undefined,
  keys: readonly (keyof T & string)[],
): Partial<T> {
  if (given === undefined || given === null) return NO_OPTIONS as Partial<T>; // every key is missing
  if (!isOptions(given))
    throw new TypeError(
      `${name}() takes its optional arguments in one object, like { ${keys[0] ?? ""}: … }`,
    );
  for (const key in given) {
    if (!(keys as readonly string[]).includes(key)) {
      throw new TypeError(`${name}() got an unexpected keyword argument '${key}'`);
    }
  }
  if ("device" in given) checkDevice(given.device);
  return given;
}

/**
 * Options whose first key may also be given as a positional argument, with or without an options object behind it.
 *
 * @throws {TypeError} as `readOptions`
 */
export function positionalOr<T extends object, K extends keyof T & string>(
  name: string,
  key: K,
  first: T[K] | T | null | undefined,
  rest: T | null | undefined,
  keys: readonly (keyof T & string)[],
): Partial<T> {
  if (isOptions(first)) return readOptions(name, first as T, keys); // arrays, lists and scalars are no options objects
  const options = readOptions(name, rest, keys);
  return first === undefined ? options : { ...options, [key]: first };
}

/** The Array API's `device`, of which there is one. */
export interface DeviceOption {
  readonly device?: "cpu" | null | undefined;
}

function checkDevice(device: unknown): void {
  if (device !== undefined && device !== null && device !== "cpu") {
    throw new ValueError(
      `Device not understood. Only "cpu" is allowed, but received: ${typeof device === "string" ? device : typeof device}`,
    );
  }
}
