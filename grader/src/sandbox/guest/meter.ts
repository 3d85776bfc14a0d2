/**
 * Counting what one call allocates, reads and writes.
 *
 * Knows the library's own count, and what the learner's code makes by itself: its text was instrumented so that every
 * fresh value passes through a hook. Counts are the same on every machine.
 */
import { QuietWeakMap, QuietWeakSet } from "./quiet.ts";
import { types } from "node:util";
import type { CacheFacts, Heat } from "./cache.ts";
import type { Library } from "./library.ts";
import { Holders, fieldsName, holderName } from "./holders.ts";
import { storageOf } from "./storage.ts";
import { hasStandIn, makeTracer } from "./tracer.ts";
import { SMALL } from "./trace.ts";
import { reachName } from "./instrument.ts";
import { bufferOf, lengthOf } from "./true-facts.ts";
import type { Watcher } from "./watched.ts";

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
  /** Hears of properties that built-in functions read and write. */
  readonly watcher: Watcher;
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
      watcher: { reached: () => {}, hidden: () => {} },
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
  /** Elements of what nobody can look at, each counted once; and the fields that an object keeps private, at most. */
  let heldElements = 0;
  let heldBefore = new QuietWeakSet<object>();
  let fields = FIELDS;
  const manyFields = new QuietWeakMap<object, number>();
  let isOn = false;
  let seen = new QuietWeakSet();
  const given = new QuietWeakSet<object>();
  const unwrapped = (value: unknown): unknown => (tracer === null ? value : tracer.unwrap(value));
  const isLibrarys = librarian(library);
  for (const key of Reflect.ownKeys(globalThis)) {
    const value: unknown = Reflect.get(globalThis, key); // Math, JSON, globalThis itself: nobody made them
    if (typeof value === "object" && value !== null) given.add(value);
  }

  const holders = new Holders((holder, elements) => {
    tracer?.trace.hidden(elements);
    if (!heldBefore.has(holder)) heldElements += elements;
    heldBefore.add(holder);
  });

  const held = (value: unknown, elements: number, isAtOnce = false): unknown => {
    if (!isOn || (typeof value !== "function" && typeof value !== "object") || value === null)
      return value;
    if (!isAtOnce) return holders.standIn(value, elements);
    tracer?.trace.hidden(elements);
    heldElements += elements;
    return value;
  };

  /** Keeps what is met for the first time and was not given. */
  const isNewlySeen = (value: object): boolean => {
    if (seen.has(value) || given.has(value)) return false;
    seen.add(value);
    made.push(value);
    if (ArrayBuffer.isView(value)) closeNames(value);
    return true;
  };

  /** Notes that properties of `real` are used, which no stand-in sees: they hold what they are given. */
  const reach = (real: object, properties: number): void => {
    isNewlySeen(real);
    tracer?.trace.hidden(properties);
  };

  const watcher: Watcher = {
    reached(target, properties) {
      if (!isOn) return;
      const real = unwrapped(target) as object; // an object stands for an object
      if (real === target && !hasStandIn(real)) reach(real, properties);
    },
    hidden(holder, kept) {
      if (isOn) made.push([holder, ...kept]);
    },
  };

  /** Every value that the instrumented text hooks comes by here; `isIndexed`: it is about to be indexed by a computed name. */
  const passed = (value: unknown, isIndexed = false): unknown => {
    if (!isOn) return value;
    if (typeof value === "string" || typeof value === "bigint") {
      const bytes = isIndexed ? 0 : bytesOfText(value); // to look into a text makes none
      if (bytes > SMALL * 8) {
        texts.push(bytes);
        tracer?.trace.hidden(bytes / 8);
      }
      return value;
    }
    if (typeof value === "function" && isIndexed) reach(value, 1);
    if (typeof value !== "object" || value === null || types.isModuleNamespaceObject(value))
      return value;
    const real = unwrapped(value) as object; // an object stands for an object
    if (types.isGeneratorObject(real)) {
      if (isIndexed) reach(real, 1);
      return holders.standIn(real, GENERATOR_FIELDS);
    }
    if (isOwn(real) && !given.has(real)) holders.use(real, fieldsOf(real));
    if (ArrayBuffer.isView(real) && library.marshal.isBlocks(bufferOf(real)))
      given.add(bufferOf(real));
    const isNew = isNewlySeen(real);
    if (tracer === null) return value;
    if (isNew && real === value) tracer.trace.writes += elementsOf(real);
    const standIn = tracer.wrap(value);
    if (!tracer.isTraced(standIn)) {
      if (isNew && !isLibrarys(real))
        tracer.trace.hidden(Math.max(FIELDS, Object.keys(real).length));
      if (isIndexed) tracer.trace.hidden(1);
    }
    return standIn;
  };

  /** Fields of an object of a class; asked for again only while they are few, since it takes long to list many. */
  const fieldsOf = (real: object): number => {
    const before = manyFields.get(real);
    if (before !== undefined) return before;
    const count = Math.max(fields, Reflect.ownKeys(real).length);
    if (count > SMALL) manyFields.set(real, count);
    return count;
  };

  /** Whether it is an object of one of the answer's own classes. */
  const isOwn = (value: object): boolean => !hasStandIn(value) && !isLibrarys(value);

  /** Elements that a fresh array came filled with. */
  const elementsOf = (real: object): number => {
    if (!ArrayBuffer.isView(real) || real instanceof DataView) return 0;
    const typed = real as Float64Array; // any typed array has these
    const { byteLength } = bufferOf(typed);
    const isMade = !given.has(bufferOf(typed)) && byteLength > SMALL * 8;
    return isMade && some.call(typed, (element) => element !== 0) ? lengthOf(typed) : 0;
  };

  /** What comes from outside is nobody's allocation. */
  const know = (value: unknown): void => {
    if (typeof value !== "object" || value === null || given.has(value)) return;
    given.add(value);
    if (ArrayBuffer.isView(value)) {
      given.add(bufferOf(value));
      closeNames(value);
    } else if (Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype)
      for (const item of Object.values(value)) know(item);
  };

  /** Runs with the hook listening; `made` and `texts` are what it heard. */
  const heard = <T>(run: () => T): T => {
    made = [];
    texts = [];
    heldElements = 0;
    heldBefore = new QuietWeakSet();
    holders.begin();
    isOn = true;
    try {
      return run();
    } finally {
      isOn = false;
    }
  };
  return {
    globals: {
      [hook]: passed,
      [holderName(hook)]: held,
      [reachName(hook)]: (key: unknown) => {
        if (isOn) tracer?.trace.hidden(1);
        return key;
      },
      [fieldsName(hook)]: (count: number) => {
        fields = Math.max(fields, count);
      },
    },
    wrap(values) {
      for (const value of values) know(value);
      return tracer === null ? [...values] : values.map((value) => tracer.wrapDeep(value));
    },
    unwrap: unwrapped,
    watcher,
    loading(run) {
      seen = new QuietWeakSet();
      fields = FIELDS;
      const { result, allocations, bytes } = count(() => heard(run));
      early = made;
      // A few numbers in an array are a constant, as in a list.
      earlyArrays = bytes > SMALL * 8 ? { allocations, bytes } : { allocations: 0, bytes: 0 };
      return result;
    },
    during(cache, run) {
      tracer?.trace.reset(cache);
      const counted = count(() => heard(run));
      const sizes = [...storageOf([...early, ...made], given, unwrapped, isLibrarys), ...texts];
      if (heldElements > 0) sizes.push(heldElements * 8);
      const bytes = sizes.reduce((sum, size) => sum + size, 0) + earlyArrays.bytes;
      return {
        result: counted.result,
        counts: {
          allocations: counted.allocations + earlyArrays.allocations + sizes.length,
          bytes: counted.bytes + bytes,
          peakBytes: counted.peakBytes + bytes,
          reads: counted.reads + (tracer?.trace.reads ?? 0),
          writes: counted.writes + (tracer?.trace.writes ?? 0),
          misses: tracer?.trace.misses ?? 0,
          heat: tracer?.trace.heat() ?? [],
        },
      };
    },
  };
}

const { some } = Float64Array.prototype; // all typed arrays have the same
/** Fields of a class's object, at least: those it keeps private are not told. */
const FIELDS = 2;
/** Variables of a generator that a method made. */
const GENERATOR_FIELDS = 8;

/** A view of bytes gets no properties beside its elements: to look for them among these would take long. */
function closeNames(view: ArrayBufferView): void {
  try {
    Object.preventExtensions(view);
  } catch {
    // Its length may change, so the language forbids it; there are few of these, and storage.ts looks.
  }
}

/** Tells the library's own objects, and iterators, from objects of the answer's classes. */
function librarian({ np, marshal }: Library): (value: object) => boolean {
  const known = new Set<unknown>();
  for (const scope of [np, marshal])
    for (const key of Reflect.ownKeys(scope)) {
      const value: unknown = Reflect.get(scope, key);
      if (typeof value === "function") known.add((value as { prototype?: unknown }).prototype);
    }
  return (value) => value instanceof Iterator || known.has(Object.getPrototypeOf(value));
}

/** A bigint's digits are storage as well as a text's characters. */
function bytesOfText(value: string | bigint): number {
  if (typeof value === "string") return value.length * 2;
  return value < WIDE && value > -WIDE ? 0 : value.toString(16).length / 2;
}

const WIDE = 2n ** BigInt(SMALL * 64);
