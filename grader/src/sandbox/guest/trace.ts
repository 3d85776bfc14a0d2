/**
 * What a traced call reads and writes, and where: the numbers that the stand-ins for arrays report to.
 *
 * Knows addresses, elements and the simulated cache; no kind of array.
 */
import { QuietWeakMap } from "./quiet.ts";
import { type Cache, type CacheFacts, type Heat, makeCache } from "./cache.ts";
import { Registers } from "./registers.ts";

/** Lists up to this long are bookkeeping (a shape, an index), as long as few of them are in use. */
export const SMALL = 32;

/** Arrays whose heat is told, and bytes of one: more is nobody's traced exercise. */
const MOST_ARRAYS = 4;
const MOST_BYTES = 2 ** 24;

/** Between arrays, so that no two share a line: the trace of an answer does not depend on an allocator. */
const ARRAY_GAP_BYTES = 4096;

/** Memory of short arrays that one call may look at as bytes: to see how a number is stored. */
const MOST_BUFFERS = 4;

/** Room for what grows in a map or an object, so that no two of them overlap in the trace. */
export const COLLECTION_BYTES: number = 2 ** 22;

/** Who makes stand-ins, as the handlers of stand-ins need it. */
export interface StandIns {
  /** The stand-in for what holds elements; anything else as it is. */
  wrap(value: unknown): unknown;
}

/** One array's, list's or map's place in the trace. */
export interface Storage {
  /** Notes that element `index` is read. */
  read(index: number): void;
  write(index: number): void;
}

export class Trace {
  reads = 0;
  writes = 0;
  #cache: Cache = makeCache({ bytes: 32768, lineBytes: 64, ways: 8 });
  #registers = new Registers();
  readonly #addresses = new QuietWeakMap<object, number>();
  readonly #placed: { readonly address: number; readonly bytes: number }[] = [];
  #nextAddress = ARRAY_GAP_BYTES;
  #handedOut = new Set<object>();

  /** Starts counting anew. */
  reset(facts: CacheFacts): void {
    this.reads = 0;
    this.writes = 0;
    this.#cache = makeCache(facts);
    this.#registers = new Registers();
    this.#handedOut = new Set();
  }

  get misses(): number {
    return this.#cache.misses;
  }

  /** The largest arrays' heat, in the order they were first touched. */
  heat(): Heat[] {
    const large = this.#placed.toSorted((a, b) => b.bytes - a.bytes).slice(0, MOST_ARRAYS);
    return large
      .sort((a, b) => a.address - b.address)
      .map(({ address, bytes }) => this.#cache.heat(address, bytes))
      .filter(({ touches }) => touches.some((count) => count > 0));
  }

  /** The address of `storage`, which has or will have up to `bytes`; its heat is told where it `isArray`. */
  addressOf(storage: object, bytes: number, isArray: boolean): number {
    let address = this.#addresses.get(storage);
    if (address === undefined) {
      address = this.#nextAddress;
      this.#addresses.set(storage, address);
      if (isArray && bytes > SMALL * 8 && bytes <= MOST_BYTES)
        this.#placed.push({ address, bytes });
      this.#nextAddress += Math.ceil(bytes / ARRAY_GAP_BYTES) * ARRAY_GAP_BYTES;
      this.#nextAddress += ARRAY_GAP_BYTES + 64; // 64: no two start in the same set
    }
    return address;
  }

  /** The elements of `of` from `start` on, `size` bytes each; `length` tells how many there are, null that each counts. */
  storage(of: object, start: number, size: number, length: (() => number) | null): Storage {
    const note = (index: number, isWrite: boolean): void => {
      const count = length === null ? Infinity : length();
      if (count > SMALL) {
        if (isWrite) this.writes += 1;
        else this.reads += 1;
        this.#cache.touch(start + index * size, size);
        return;
      }
      const loaded = this.#registers.use(of, count);
      this.reads += loaded;
      if (loaded > 0) this.#cache.touch(start, loaded * size);
    };
    return { read: (index) => note(index, false), write: (index) => note(index, true) };
  }

  /** Whether a short array's memory may be handed out, although what is done in it is not seen. */
  handOut(buffer: object): boolean {
    if (this.#handedOut.size < MOST_BUFFERS) this.#handedOut.add(buffer);
    return this.#handedOut.has(buffer);
  }

  /** Notes `elements` that were put where no stand-in sees them: in text, in an object of a class, in a function's properties. */
  hidden(elements: number): void {
    const address = this.addressOf({}, elements * 8, false);
    this.reads += elements;
    this.writes += elements;
    this.#cache.touch(address, elements * 8);
  }
}

/** Numbers keys in the order in which they are first seen. */
export function numbering(): (key: unknown) => number {
  const numbers = new Map<unknown, number>();
  return (key) => {
    const number = numbers.get(key) ?? numbers.size;
    numbers.set(key, number);
    return number;
  };
}

/** The element that a property's name means; -1 for any other name. */
export function indexOf(key: string | symbol): number {
  if (typeof key !== "string") return -1;
  const first = key.charCodeAt(0);
  if (first < 48 || first > 57) return -1;
  const index = Number(key);
  return Number.isInteger(index) ? index : -1;
}
