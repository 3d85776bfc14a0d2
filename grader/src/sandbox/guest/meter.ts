/**
 * Counting what one call allocates, reads and writes.
 *
 * Knows the library's own count, and what the learner's code makes by itself: its text was instrumented so that every
 * fresh value passes through a hook. Counts are the same on every machine.
 */
import type { CacheFacts, Heat } from "./cache.ts";
import type { Library } from "./library.ts";
import { SMALL, makeTracer } from "./tracer.ts";

/** A buffer above this is the library's own heap, which its count already covers. */
const HEAP_BYTES = 64 * 1024 * 1024;

export interface Counts {
  readonly allocations: number;
  readonly bytes: number;
  readonly peakBytes: number;
  readonly reads: number;
  readonly writes: number;
  readonly misses: number;
  /** Of a traced call: which cache lines were touched and missed, array by array. */
  readonly heat: readonly Heat[];
}

export interface Meter {
  readonly globals: Readonly<Record<string, unknown>>;
  /** Arguments as the learner's code gets them. */
  wrap(values: readonly unknown[]): unknown[];
  unwrap(value: unknown): unknown;
  /** Loads an answer: what it makes meanwhile counts for its call, as storage that it keeps. */
  loading<T>(run: () => T): T;
  during(cache: CacheFacts, run: () => unknown): { result: unknown; counts: Counts };
}

/** The meter that a guest was started for; `hook` is what the instrumented text calls. */
export function makeMeter(mode: "none" | "count" | "trace", hook: string, library: Library): Meter {
  const unwrap = (value: unknown): unknown => value;
  const nothing: Counts = {
    allocations: 0,
    bytes: 0,
    peakBytes: 0,
    reads: 0,
    writes: 0,
    misses: 0,
    heat: [],
  };
  if (mode === "none")
    return {
      globals: {},
      wrap: (values) => [...values],
      unwrap,
      loading: (run) => run(),
      during: (_, run) => ({ result: run(), counts: nothing }),
    };

  const count = library.marshal.countDuring;
  const tracer = mode === "trace" ? makeTracer() : null;
  /** What the answer made while it was loaded, and what its call made. */
  let early: object[] = [];
  let earlyArrays = { allocations: 0, bytes: 0 };
  let made: object[] = [];
  let texts: number[] = [];
  let isOn = false;
  let seen = new WeakSet();
  const given = new WeakSet<object>();

  const passed = (value: unknown): unknown => {
    if (!isOn) return value;
    if (typeof value === "string" || typeof value === "bigint") {
      const bytes = bytesOfText(value);
      if (bytes > SMALL * 8) texts.push(bytes);
      return value;
    }
    if (typeof value !== "object" || value === null) return value;
    const real = tracer === null ? value : (tracer.unwrap(value) as object); // an object stands for an object
    if (!seen.has(real) && !given.has(real)) {
      seen.add(real);
      made.push(real);
      if (
        tracer !== null &&
        real === value &&
        ArrayBuffer.isView(real) &&
        !(real instanceof DataView)
      ) {
        const typed = real as Float64Array; // any typed array has these
        const isMade = !given.has(typed.buffer) && typed.buffer.byteLength <= HEAP_BYTES;
        if (isMade && typed.some((element) => element !== 0)) tracer.writes += typed.length; // it came filled
      }
    }
    if (
      tracer === null ||
      (ArrayBuffer.isView(real) && !given.has(real.buffer) && real.byteLength / 8 <= SMALL)
    )
      return value;
    return tracer.wrap(value);
  };

  /** What comes from outside is nobody's allocation. */
  const know = (value: unknown): void => {
    if (typeof value !== "object" || value === null || given.has(value)) return;
    given.add(value);
    if (ArrayBuffer.isView(value)) given.add(value.buffer);
    else if (Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype)
      for (const item of Object.values(value)) know(item);
  };

  /** Runs with the hook listening; `made` and `texts` are what it heard. */
  const heard = <T>(run: () => T): T => {
    made = [];
    texts = [];
    isOn = true;
    try {
      return run();
    } finally {
      isOn = false;
    }
  };
  const unwrapped = (value: unknown): unknown => (tracer === null ? value : tracer.unwrap(value));

  return {
    globals: { [hook]: passed },
    wrap(values) {
      for (const value of values) know(value);
      return tracer === null ? [...values] : values.map((value) => tracer.wrapDeep(value));
    },
    unwrap: unwrapped,
    loading(run) {
      seen = new WeakSet();
      const { result, allocations, bytes } = count(() => heard(run));
      early = made;
      // A few numbers in an array are a constant, as in a list.
      earlyArrays = bytes > SMALL * 8 ? { allocations, bytes } : { allocations: 0, bytes: 0 };
      return result;
    },
    during(cache, run) {
      tracer?.reset(cache);
      const counted = count(() => heard(run));
      const sizes = [...storageOf([...early, ...made], given, unwrapped), ...texts];
      const bytes = sizes.reduce((sum, size) => sum + size, 0) + earlyArrays.bytes;
      return {
        result: counted.result,
        counts: {
          allocations: counted.allocations + earlyArrays.allocations + sizes.length,
          bytes: counted.bytes + bytes,
          peakBytes: counted.peakBytes + bytes,
          reads: counted.reads + (tracer?.reads ?? 0),
          writes: counted.writes + (tracer?.writes ?? 0),
          misses: tracer?.misses ?? 0,
          heat: tracer?.heat() ?? [],
        },
      };
    },
  };
}

/** A bigint's digits are storage as well as a text's characters. */
function bytesOfText(value: string | bigint): number {
  if (typeof value === "string") return value.length * 2;
  return value < WIDE && value > -WIDE ? 0 : value.toString(16).length / 2;
}

const WIDE = 2n ** BigInt(SMALL * 64);

/**
 * Bytes of each piece of storage among `values` and within them, by the size they grew to; views of one buffer are one
 * piece. What was `given` is nobody's.
 */
function storageOf(
  values: readonly object[],
  given: WeakSet<object>,
  unwrapped: (value: unknown) => unknown,
): number[] {
  const seen = new Set<unknown>();
  const sizes: number[] = [];
  const add = (elements: number, bytes: number): void => {
    if (elements > SMALL) sizes.push(bytes);
  };
  const waiting: unknown[] = [];
  const keep = (items: readonly unknown[]): void => {
    for (const item of items) if (typeof item === "object" && item !== null) waiting.push(item);
  };
  keep(values);
  while (waiting.length > 0) {
    const value = unwrapped(waiting.pop());
    if (typeof value !== "object" || value === null || seen.has(value) || given.has(value))
      continue;
    seen.add(value);
    if (Array.isArray(value)) {
      add(value.length, value.length * 8);
      keep(value);
    } else if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) {
      const buffer = value instanceof ArrayBuffer ? value : value.buffer;
      if ((buffer !== value && seen.has(buffer)) || given.has(buffer)) continue;
      seen.add(buffer);
      if (buffer.byteLength <= HEAP_BYTES) add(buffer.byteLength / 8, buffer.byteLength);
    } else if (value instanceof Map || value instanceof Set) {
      add(value.size, value.size * 16);
      keep([...value.values()]);
    } else {
      const keys = Object.keys(value).length;
      add(keys, keys * 16);
      const prototype: unknown = Object.getPrototypeOf(value);
      // What a class keeps is its own affair: the library's arrays hold tables that nobody made here.
      if (prototype === Object.prototype || prototype === null) keep(Object.values(value));
    }
  }
  return sizes;
}
