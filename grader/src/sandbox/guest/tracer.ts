/**
 * Stand-ins for arrays that count every element read and written.
 *
 * Knows typed arrays, views of bytes, lists, plain objects, maps and sets. Indexing, iteration and native methods are
 * counted; `.buffer` is refused, because what is done through it could not be. Native methods called on a stand-in from
 * elsewhere fail by their own brand checks.
 */
import { collectionHandler, isCollection } from "./traced-collection.ts";
import { type Typed, typedHandler } from "./traced-typed.ts";
import { bytesHandler } from "./traced-bytes.ts";
import { COLLECTION_BYTES, SMALL, type StandIns, Trace, indexOf, numbering } from "./trace.ts";

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
  const standIns = new WeakMap<object, object>();
  const targets = new WeakMap<object, object>();
  const given = new WeakSet<object>();

  const handlerOf = (value: object): ProxyHandler<object> | null => {
    if (ArrayBuffer.isView(value)) {
      const isSmall = !given.has(value.buffer) && value.buffer.byteLength <= SMALL * 8;
      return value instanceof DataView
        ? bytesHandler(value, trace, isSmall)
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
      if (ArrayBuffer.isView(value)) given.add(value.buffer);
      return tracer.wrap(value);
    },
    isTraced: (value) => typeof value === "object" && value !== null && targets.has(value),
  };

  function listHandler(array: unknown[]): ProxyHandler<object> {
    const start = trace.addressOf(array, array.length * 8, true);
    const storage = trace.storage(array, start, 8, () => array.length);
    return {
      get(_, key, receiver) {
        const index = indexOf(key);
        if (index < 0 || index >= array.length) return Reflect.get(array, key, receiver) as unknown;
        storage.read(index);
        return tracer.wrap(array[index]);
      },
      set(_, key, value: unknown) {
        const isSet = Reflect.set(array, key, value, array); // first: it may be the one that makes the list long
        const index = indexOf(key);
        if (index >= 0) storage.write(index);
        return isSet;
      },
      defineProperty(_, key, descriptor) {
        const isSet = Reflect.defineProperty(array, key, descriptor);
        const index = indexOf(key);
        if (index >= 0) storage.write(index);
        return isSet;
      },
    };
  }

  function objectHandler(target: object): ProxyHandler<object> {
    const slotOf = numbering();
    let size = Object.keys(target).length;
    const start = trace.addressOf(target, COLLECTION_BYTES, false);
    const storage = trace.storage(target, start, 8, () => size);
    const changing = <T>(key: string | symbol, change: () => T): T => {
      const had = Object.hasOwn(target, key);
      const result = change();
      size += Number(Object.hasOwn(target, key)) - Number(had);
      storage.write(slotOf(key));
      return result;
    };
    return {
      get(_, key, receiver) {
        if (Object.hasOwn(target, key)) storage.read(slotOf(key));
        return Reflect.get(target, key, receiver) as unknown;
      },
      set: (_, key, value: unknown) => changing(key, () => Reflect.set(target, key, value, target)),
      defineProperty: (_, key, descriptor) =>
        changing(key, () => Reflect.defineProperty(target, key, descriptor)),
      deleteProperty: (_, key) => changing(key, () => Reflect.deleteProperty(target, key)),
    };
  }

  return tracer;
}

export function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
