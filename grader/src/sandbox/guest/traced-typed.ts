/**
 * The stand-in for a typed array: elements are counted, native methods run over the stand-in or are written out.
 *
 * Knows typed arrays of every kind, by what all share.
 */
import { type StandIns, type Trace, indexOf } from "./trace.ts";
import { bufferOf, byteOffsetOf, kindOf, lengthOf } from "./true-facts.ts";
import { namesOf, setFor } from "./traced-names.ts";

/** Stands for any typed array: only what all share is used. */
export type Typed = Float64Array;
type Callback = (value: unknown, index: number, array: unknown) => unknown;

/** How `array` is stood in for; where it `isSmall` it counts only when too many such are in use. */
export function typedHandler(
  array: Typed,
  trace: Trace,
  standIns: StandIns,
  isSmall: boolean,
): ProxyHandler<object> {
  const kind = constructorOf(array);
  const size = kind.BYTES_PER_ELEMENT;
  const memory = bufferOf(array);
  const start =
    trace.addressOf(memory, Math.min(memory.byteLength, 2 ** 28), true) + byteOffsetOf(array);
  const storage = trace.storage(memory, start, size, isSmall ? () => lengthOf(array) : null);
  const methods = typedMethods(array, standIns);
  const isElement = (key: string | symbol): boolean => indexOf(key) >= 0;
  const names = namesOf(array, trace, isElement);
  return {
    get(_, key) {
      const index = indexOf(key);
      if (index >= 0) {
        if (index < lengthOf(array)) storage.read(index);
        return array[index];
      }
      if (key === "buffer") {
        if (isSmall && trace.handOut(memory)) return memory;
        throw new TypeError("this array is traced and has no .buffer: work on its elements");
      }
      const method = methods.get(key);
      if (method !== undefined) return method;
      names.read(key);
      const value: unknown = Reflect.get(array, key, array); // getters check the brand
      if (typeof value === "function" && key !== "constructor")
        throw new TypeError(`this array is traced and has no ${String(key)}: work on its elements`);
      return value;
    },
    set(_, key, value: unknown, receiver) {
      const index = indexOf(key);
      if (index >= 0 && index < lengthOf(array)) storage.write(index);
      return names.changing(key, () => setFor(array, key, value, receiver, standIns));
    },
    getOwnPropertyDescriptor(_, key) {
      const index = indexOf(key);
      if (index >= 0 && index < lengthOf(array)) storage.read(index);
      return Reflect.getOwnPropertyDescriptor(array, key);
    },
    defineProperty(_, key, descriptor) {
      const index = indexOf(key);
      if (index >= 0 && index < lengthOf(array)) storage.write(index);
      return names.changing(key, () => Reflect.defineProperty(array, key, descriptor));
    },
    deleteProperty: (_, key) => names.changing(key, () => Reflect.deleteProperty(array, key)),
  };
}

/** Methods of a stand-in: the generic ones of lists run over it and are counted by its own traps. */
function typedMethods(array: Typed, { wrap }: StandIns): Map<string | symbol, unknown> {
  const self = (): Typed => wrap(array) as Typed;
  const fresh = (length: number): Typed => wrap(new (constructorOf(array))(length)) as Typed; // a stand-in of the same kind
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
    filled((Array.prototype.slice as (a?: number, b?: number) => unknown[]).call(self(), from, to)),
  );
  methods.set("subarray", (from?: number, to?: number) => wrap(array.subarray(from, to)));
  methods.set("set", (source: ArrayLike<unknown>, at = 0) => {
    if (!Number.isInteger(at) || at < 0 || at + source.length > array.length)
      throw new RangeError("offset is out of bounds");
    const values = Array.from(source);
    for (let i = 0; i < values.length; i++) self()[at + i] = values[i] as number; // or a bigint
  });
  return methods;
}

const GENERIC =
  "at every some find findIndex findLast findLastIndex forEach includes indexOf lastIndexOf join reduce reduceRight reverse fill copyWithin keys values entries toString toLocaleString".split(
    " ",
  );

function constructorOf(array: Typed): {
  new (length: number): Typed;
  readonly BYTES_PER_ELEMENT: number;
} {
  return KINDS.find((kind) => kind.name === kindOf(array)) as unknown as typeof Float64Array; // every typed array is of one kind
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
