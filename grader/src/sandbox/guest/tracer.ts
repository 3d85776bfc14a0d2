/**
 * Stand-ins for arrays that count every element read and written.
 *
 * Knows typed arrays and JS lists. Indexing, iteration and native methods are counted; `.buffer` is refused, because what
 * is done through it could not be. Native methods called on a stand-in from elsewhere fail by their own brand checks.
 */
import { type Cache, type CacheFacts, type Heat, makeCache } from "./cache.ts";

type Typed = Float64Array; // stands for any typed array: only what all share is used
type Callback = (value: unknown, index: number, array: unknown) => unknown;

export interface Tracer {
  reads: number;
  writes: number;
  /** The stand-in for a typed array or list; anything else as it is. */
  wrap(value: unknown): unknown;
  unwrap(value: unknown): unknown;
  /** Puts stand-ins in the place of arrays within arguments: plain objects and lists that are the guest's own copies. */
  wrapDeep(value: unknown): unknown;
  /** Starts counting anew. */
  reset(cache: CacheFacts): void;
  readonly misses: number;
  /** The largest arrays' heat, in the order they were first touched. */
  heat(): Heat[];
}

/** Arrays whose heat is told, and bytes of one: more is nobody's traced exercise. */
const MOST_ARRAYS = 4;
const MOST_BYTES = 2 ** 24;

/** Lists up to this long are bookkeeping (a shape, an index), not storage: nothing is counted in them. */
export const SMALL = 32;

/** Between arrays, so that no two share a line: the trace of an answer does not depend on an allocator. */
const ARRAY_GAP_BYTES = 4096;

export function makeTracer(): Tracer {
  let cache: Cache = makeCache({ bytes: 32768, lineBytes: 64, ways: 8 });
  const standIns = new WeakMap<object, object>();
  const targets = new WeakMap<object, object>();
  const addresses = new WeakMap<object, number>();
  const placed: { address: number; bytes: number }[] = [];
  let nextAddress = ARRAY_GAP_BYTES;

  const addressOf = (storage: object, bytes: number): number => {
    let address = addresses.get(storage);
    if (address === undefined) {
      address = nextAddress;
      addresses.set(storage, address);
      if (bytes > SMALL * 8 && bytes <= MOST_BYTES) placed.push({ address, bytes });
      nextAddress += Math.ceil(bytes / ARRAY_GAP_BYTES) * ARRAY_GAP_BYTES + ARRAY_GAP_BYTES + 64; // 64: no two start in the same set
    }
    return address;
  };

  const tracer: Tracer = {
    reads: 0,
    writes: 0,
    wrap(value) {
      if (typeof value !== "object" || value === null || targets.has(value)) return value;
      const known = standIns.get(value);
      if (known !== undefined) return known;
      const handler =
        ArrayBuffer.isView(value) && !(value instanceof DataView)
          ? typedHandler(value as Typed)
          : Array.isArray(value)
            ? listHandler(value)
            : null;
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
      const isPlain = Object.getPrototypeOf(value) === Object.prototype;
      if (isPlain || Array.isArray(value))
        for (const key of Object.keys(value))
          Reflect.set(value, key, tracer.wrapDeep(Reflect.get(value, key)));
      return isPlain || (Array.isArray(value) && value.length <= SMALL)
        ? value
        : tracer.wrap(value);
    },
    reset(facts) {
      tracer.reads = 0;
      tracer.writes = 0;
      cache = makeCache(facts);
    },
    get misses() {
      return cache.misses;
    },
    heat() {
      const large = placed.toSorted((a, b) => b.bytes - a.bytes).slice(0, MOST_ARRAYS);
      return large
        .sort((a, b) => a.address - b.address)
        .map(({ address, bytes }) => cache.heat(address, bytes))
        .filter(({ touches }) => touches.some((count) => count > 0));
    },
  };

  const read = (address: number, size: number): void => {
    tracer.reads += 1;
    cache.touch(address, size);
  };
  const write = (address: number, size: number): void => {
    tracer.writes += 1;
    cache.touch(address, size);
  };

  function typedHandler(array: Typed): ProxyHandler<object> {
    const size = array.BYTES_PER_ELEMENT;
    const start =
      addressOf(array.buffer, Math.min(array.buffer.byteLength, 2 ** 28)) + array.byteOffset;
    const methods = typedMethods(array);
    return {
      get(_, key) {
        const index = indexOf(key);
        if (index >= 0) {
          if (index < array.length) read(start + index * size, size);
          return array[index];
        }
        if (key === "buffer")
          throw new TypeError("this array is traced and has no .buffer: work on its elements");
        const method = methods.get(key);
        if (method !== undefined) return method;
        const value: unknown = Reflect.get(array, key, array); // getters check the brand
        if (typeof value === "function" && key !== "constructor")
          throw new TypeError(
            `this array is traced and has no ${String(key)}: work on its elements`,
          );
        return value;
      },
      set(_, key, value: unknown) {
        const index = indexOf(key);
        if (index >= 0 && index < array.length) write(start + index * size, size);
        return Reflect.set(array, key, value, array);
      },
      getOwnPropertyDescriptor(_, key) {
        const index = indexOf(key);
        if (index >= 0 && index < array.length) read(start + index * size, size);
        return Reflect.getOwnPropertyDescriptor(array, key);
      },
      defineProperty(_, key, descriptor) {
        const index = indexOf(key);
        if (index >= 0 && index < array.length) write(start + index * size, size);
        return Reflect.defineProperty(array, key, descriptor);
      },
    };
  }

  function listHandler(array: unknown[]): ProxyHandler<object> {
    const start = addressOf(array, array.length * 8);
    return {
      get(_, key, receiver) {
        const index = indexOf(key);
        if (index >= 0 && index < array.length) {
          if (array.length > SMALL) read(start + index * 8, 8);
          return tracer.wrap(array[index]);
        }
        return Reflect.get(array, key, receiver) as unknown;
      },
      set(_, key, value: unknown) {
        const index = indexOf(key);
        if (index >= SMALL || (index >= 0 && array.length > SMALL)) write(start + index * 8, 8);
        return Reflect.set(array, key, value, array);
      },
      defineProperty(_, key, descriptor) {
        const index = indexOf(key);
        if (index >= SMALL || (index >= 0 && array.length > SMALL)) write(start + index * 8, 8);
        return Reflect.defineProperty(array, key, descriptor);
      },
    };
  }

  /** Methods of a stand-in: the generic ones of lists run over it and are counted by its own traps. */
  function typedMethods(array: Typed): Map<string | symbol, unknown> {
    const self = (): Typed => standIns.get(array) as Typed; // made before any method can be called
    const fresh = (length: number): Typed =>
      tracer.wrap(new (constructorOf(array))(length)) as Typed; // a stand-in of the same kind
    const methods = new Map<string | symbol, unknown>();
    for (const name of GENERIC) {
      const method = Reflect.get(Array.prototype, name) as (...args: unknown[]) => unknown; // each is a method of lists
      methods.set(name, (...args: unknown[]) => Reflect.apply(method, self(), args));
    }
    methods.set(Symbol.iterator, methods.get("values"));
    const filled = (values: readonly unknown[]): Typed => {
      const out = fresh(values.length);
      for (let i = 0; i < values.length; i++) out[i] = values[i] as number; // or a bigint, as the kind has it
      return out;
    };
    const all = (): unknown[] => Array.from(self() as Iterable<unknown>);
    const ascending = (a: unknown, b: unknown): number =>
      Number((a as number) > (b as number)) - Number((a as number) < (b as number)) ||
      Number(Number.isNaN(a)) - Number(Number.isNaN(b)) ||
      Number(Object.is(b, -0)) - Number(Object.is(a, -0)); // numbers or bigints
    methods.set("sort", (compare?: (a: unknown, b: unknown) => number) => {
      const values = all().sort(compare ?? ascending);
      for (let i = 0; i < values.length; i++) self()[i] = values[i] as number; // or a bigint
      return self();
    });
    methods.set("toSorted", (compare?: (a: unknown, b: unknown) => number) =>
      filled(all().sort(compare ?? ascending)),
    );
    methods.set("toReversed", () => filled(all().reverse()));
    methods.set("with", (index: number, value: unknown) => filled(all().with(index, value)));
    methods.set("map", (f: Callback, it?: unknown) => {
      const out = fresh(array.length);
      for (let i = 0; i < array.length; i++)
        out[i] = Reflect.apply(f, it, [self()[i], i, self()]) as number; // or a bigint
      return out;
    });
    methods.set("filter", (f: Callback, it?: unknown) =>
      filled(
        (Array.prototype.filter as (f: Callback, it?: unknown) => unknown[]).call(self(), f, it),
      ),
    );
    methods.set("slice", (from?: number, to?: number) =>
      filled(
        (Array.prototype.slice as (a?: number, b?: number) => unknown[]).call(self(), from, to),
      ),
    );
    methods.set("subarray", (from?: number, to?: number) => tracer.wrap(array.subarray(from, to)));
    methods.set("set", (source: ArrayLike<unknown>, at = 0) => {
      if (!Number.isInteger(at) || at < 0 || at + source.length > array.length)
        throw new RangeError("offset is out of bounds");
      const values = Array.from(source);
      for (let i = 0; i < values.length; i++) self()[at + i] = values[i] as number; // or a bigint
    });
    return methods;
  }

  return tracer;
}

const GENERIC =
  "at every some find findIndex findLast findLastIndex forEach includes indexOf lastIndexOf join reduce reduceRight reverse fill copyWithin keys values entries toString toLocaleString".split(
    " ",
  );

function indexOf(key: string | symbol): number {
  if (typeof key !== "string") return -1;
  const first = key.charCodeAt(0);
  if (first < 48 || first > 57) return -1;
  const index = Number(key);
  return Number.isInteger(index) ? index : -1;
}

function constructorOf(array: Typed): new (length: number) => Typed {
  return KINDS.find((kind) => array instanceof kind) as unknown as new (length: number) => Typed; // every typed array is of one kind
}

const KINDS = [
  Int8Array,
  Uint8Array,
  Uint8ClampedArray,
  Int16Array,
  Uint16Array,
  Int32Array,
  Uint32Array,
  Float16Array,
  Float32Array,
  Float64Array,
  BigInt64Array,
  BigUint64Array,
];
