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
      during: (_, run) => ({ result: run(), counts: nothing }),
    };

  const count = library.marshal.countDuring;
  const tracer = mode === "trace" ? makeTracer() : null;
  let made: object[] | null = null;
  const seen = new WeakSet();
  const given = new WeakSet<ArrayBufferLike>();

  const passed = (value: unknown): unknown => {
    if (typeof value !== "object" || value === null || made === null) return value;
    const real = tracer === null ? value : (tracer.unwrap(value) as object); // an object stands for an object
    if (!seen.has(real)) {
      seen.add(real);
      made.push(real);
      if (
        tracer !== null &&
        real === value &&
        ArrayBuffer.isView(real) &&
        !(real instanceof DataView)
      ) {
        const typed = real as Float64Array; // any typed array has these
        if (typed.length <= HEAP_BYTES && typed.some((element) => element !== 0))
          tracer.writes += typed.length; // it came filled
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
    if (typeof value !== "object" || value === null || seen.has(value)) return;
    seen.add(value);
    if (ArrayBuffer.isView(value)) given.add(value.buffer);
    else if (value instanceof ArrayBuffer) given.add(value);
    else if (Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype)
      for (const item of Object.values(value)) know(item);
  };

  return {
    globals: { [hook]: passed },
    wrap(values) {
      for (const value of values) know(value);
      return tracer === null ? [...values] : values.map((value) => tracer.wrapDeep(value));
    },
    unwrap: tracer === null ? unwrap : (value) => tracer.unwrap(value),
    during(cache, run) {
      made = [];
      tracer?.reset(cache);
      let counted: ReturnType<typeof count<unknown>>;
      let own: object[];
      try {
        counted = count(run);
      } finally {
        own = made;
        made = null;
      }
      const sizes = storageOf(
        own.filter((value) => !ArrayBuffer.isView(value) || !given.has(value.buffer)),
      );
      const bytes = sizes.reduce((sum, size) => sum + size, 0);
      return {
        result: counted.result,
        counts: {
          allocations: counted.allocations + sizes.length,
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

/** Bytes of each piece of storage among `values`, by the size they grew to; views of one buffer are one piece. */
function storageOf(values: readonly object[]): number[] {
  const buffers = new Set<ArrayBufferLike>();
  const sizes: number[] = [];
  const add = (elements: number, bytes: number): void => {
    if (elements > SMALL) sizes.push(bytes);
  };
  for (const value of values) {
    if (Array.isArray(value)) add(value.length, value.length * 8);
    else if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) {
      const buffer = value instanceof ArrayBuffer ? value : value.buffer;
      if (buffers.has(buffer) || buffer.byteLength > HEAP_BYTES) continue;
      buffers.add(buffer);
      add(buffer.byteLength / 8, buffer.byteLength);
    } else if (value instanceof Map || value instanceof Set) add(value.size, value.size * 16);
    else if (Object.getPrototypeOf(value) === Object.prototype) {
      const keys = Object.keys(value).length;
      add(keys, keys * 16);
    }
  }
  return sizes;
}
