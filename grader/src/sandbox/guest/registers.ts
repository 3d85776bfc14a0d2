/**
 * What costs an answer nothing: the few short lists, objects and arrays that it has in use (a shape, an index, a pair).
 *
 * Knows sizes only. As a processor's registers, they hold little: what was put away for others has to be loaded again.
 */
import { QuietWeakSet } from "./quiet.ts";

/** Elements that all of them together may have. */
const CAPACITY = 64;
/** Elements that a call may load again for nothing: a shape that is asked for once more at the end. */
const ALLOWANCE = 64;

export class Registers {
  /** Elements of each, the least recently used first. */
  readonly #held = new Map<object, number>();
  readonly #known: WeakSet<object>;
  #total = 0;
  #allowed = ALLOWANCE;

  constructor(known: WeakSet<object> = new QuietWeakSet()) {
    this.#known = known;
  }

  /** Registers for the next call: empty, and what was put away before is still put away. */
  emptied(): Registers {
    return new Registers(this.#known);
  }

  /** Notes a use of `storage`; returns how many elements that loads: none while it is held, or is new. */
  use(storage: object, elements: number): number {
    const size = Math.max(1, elements);
    const before = this.#held.get(storage);
    this.#held.delete(storage);
    this.#held.set(storage, size);
    this.#total += size - (before ?? 0);
    for (const [oldest, itsSize] of this.#held) {
      if (this.#total <= CAPACITY || oldest === storage) break;
      this.#held.delete(oldest);
      this.#total -= itsSize;
    }
    const isLoaded = before === undefined && this.#known.has(storage);
    this.#known.add(storage);
    if (!isLoaded) return 0;
    const free = Math.min(size, this.#allowed);
    this.#allowed -= free;
    return size - free;
  }
}
