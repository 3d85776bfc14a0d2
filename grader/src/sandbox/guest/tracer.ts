/**
 * Stand-ins for arrays that count every element read and written.
 *
 * Knows typed arrays, views of bytes, lists, plain objects, maps and sets. Indexing, iteration and native methods are
 * counted; `.buffer` is refused, because what is done through it could not be. Native methods called on a stand-in from
 * elsewhere fail by their own brand checks.
 */
import { QuietWeakMap, QuietWeakSet } from "./quiet.ts";
import { collectionHandler } from "./traced-collection.ts";
import { bufferOf, dataOf, isCollection } from "./true-facts.ts";
import { type Typed, typedHandler } from "./traced-typed.ts";
import { bytesHandler } from "./traced-bytes.ts";
import { extraOf } from "./text-size.ts";
import { namesOf, setFor } from "./traced-names.ts";
import { SMALL, type StandIns, Trace, indexOf } from "./trace.ts";

export interface Tracer extends StandIns {
  readonly trace: Trace;
  unwrap(value: unknown): unknown;
  /**
   * Puts stand-ins in the place of arrays within arguments: plain objects and lists that are the guest's own copies.
   * Typed arrays that come so are counted however short they are.
   */
  wrapDeep(value: unknown): unknown;
  /** Whether what is done to the value is seen. */
  isTraced(value: unknown): boolean;
}

export function makeTracer(): Tracer {
  const trace = new Trace();
  const standIns = new QuietWeakMap<object, object>();
  const targets = new QuietWeakMap<object, object>();
  const given = new QuietWeakSet<object>();

  const handlerOf = (value: object): ProxyHandler<object> | null => {
    if (ArrayBuffer.isView(value)) {
      const isSmall = !given.has(bufferOf(value)) && bufferOf(value).byteLength <= SMALL * 8;
      return value instanceof DataView
        ? bytesHandler(value, trace, tracer, isSmall)
        : typedHandler(value as Typed, trace, tracer, isSmall); // the other kind of view
    }
    if (Array.isArray(value)) return listHandler(value);
    if (isCollection(value)) return collectionHandler(value, trace, tracer);
    return isPlain(value) ? objectHandler(value) : null;
  };

  const tracer: Tracer = {
    trace,
    wrap(value) {
      if (typeof value !== "object" || value === null || targets.has(value)) return value;
      const known = standIns.get(value);
      if (known !== undefined) return known;
      const handler = handlerOf(value);
      if (handler === null) return value;
      const standIn = new Proxy(value, handler);
      standIns.set(value, standIn);
      targets.set(standIn, value);
      return standIn;
    },
    unwrap: (value) =>
      typeof value === "object" && value !== null ? (targets.get(value) ?? value) : value,
    wrapDeep(value) {
      if (typeof value !== "object" || value === null) return value;
      if (isPlain(value) || Array.isArray(value))
        for (const key of Object.keys(value))
          Reflect.set(value, key, tracer.wrapDeep(Reflect.get(value, key)));
      if (isPlain(value) || (Array.isArray(value) && value.length <= SMALL)) return value;
      if (ArrayBuffer.isView(value)) given.add(bufferOf(value));
      return tracer.wrap(value);
    },
    isTraced: (value) => typeof value === "object" && value !== null && targets.has(value),
  };

  function listHandler(array: unknown[]): ProxyHandler<object> {
    const start = trace.addressOf(array, array.length * 8, true);
    const storage = trace.storage(array, start, 8, () =>
      array.length > SMALL ? array.length : array.length + extraOf(dataOf(array)),
    );
    const isElement = (key: string | symbol): boolean => {
      const index = indexOf(key);
      return (index >= 0 && index < array.length) || key === "length";
    };
    const names = namesOf(array, trace, isElement);
    /** First the change: it may be the one that makes the list long. */
    const changing = (key: string | symbol, change: () => boolean): boolean => {
      const isDone = names.changing(key, change);
      if (key !== "length" && isElement(key)) storage.write(indexOf(key));
      return isDone;
    };
    return {
      get(_, key, receiver) {
        const index = indexOf(key);
        if (index >= 0 && index < array.length) {
          storage.read(index);
          return tracer.wrap(array[index]);
        }
        names.read(key);
        return tracer.wrap(Reflect.get(array, key, receiver));
      },
      set: (_, key, value: unknown, receiver) =>
        changing(key, () => setFor(array, key, value, receiver, tracer)),
      defineProperty: (_, key, descriptor) =>
        changing(key, () => Reflect.defineProperty(array, key, descriptor)),
      deleteProperty: (_, key) => names.changing(key, () => Reflect.deleteProperty(array, key)),
    };
  }

  function objectHandler(target: object): ProxyHandler<object> {
    const names = namesOf(target, trace);
    return {
      get(_, key, receiver) {
        names.read(key);
        return tracer.wrap(Reflect.get(target, key, receiver));
      },
      set: (_, key, value: unknown, receiver) =>
        names.changing(key, () => setFor(target, key, value, receiver, tracer)),
      defineProperty: (_, key, descriptor) =>
        names.changing(key, () => Reflect.defineProperty(target, key, descriptor)),
      deleteProperty: (_, key) => names.changing(key, () => Reflect.deleteProperty(target, key)),
    };
  }

  return tracer;
}

/** Whether values of this kind have a stand-in under trace. */
export function hasStandIn(value: object): boolean {
  return Array.isArray(value) || ArrayBuffer.isView(value) || isCollection(value) || isPlain(value);
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
