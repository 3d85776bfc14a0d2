/**
 * Picking elements of one width from a line, by a mask or by positions of one width; the kernels are found once and kept.
 *
 * Knows addresses in the heap of elements that lie equally far apart. See `flat.ts`.
 */
import { tierGeneration } from "./tier.ts";
import { wasmCompress, wasmGather, wasmTruth } from "./wasm/families.ts";
import type { Compiled } from "./wasm/module.ts";

export class FlatPick {
  readonly #size: number;
  readonly #indexChar: "i" | "q";
  #count: Compiled | null = null;
  #compress: Compiled | null = null;
  #take: Compiled | null = null;
  #found = -1;

  /** For elements of `size` bytes; positions are int32 (`"i"`) or int64 (`"q"`). */
  constructor(size: number, indexChar: "i" | "q") {
    this.#size = size;
    this.#indexChar = indexChar;
  }

  /** Whether there are kernels at all. */
  get isThere(): boolean {
    if (this.#found !== tierGeneration()) {
      this.#count = wasmTruth("?")?.count ?? null;
      this.#compress = wasmCompress(this.#size)?.compress ?? null;
      this.#take = wasmGather(this.#size, this.#indexChar)?.take ?? null;
      this.#found = tierGeneration();
    }
    return this.#count !== null && this.#compress !== null && this.#take !== null;
  }

  /** How many of `n` contiguous truth values are true. */
  count(mask: number, n: number): number {
    return this.#count!(mask, 1, n); // the caller has asked `isThere`, here and below
  }

  /** Copies the elements where the mask is true to `to`, which has room for exactly `count`. */
  compress(from: number, step: number, mask: number, to: number, count: number): void {
    this.#compress!(from, step, mask, 1, to, to + count * this.#size);
  }

  /** Copies the elements at `n` positions to `to`; gives `n`, or where the first position outside stands. */
  take(
    from: number,
    step: number,
    length: number,
    positions: number,
    n: number,
    to: number,
  ): number {
    return this.#take!(from, step, length, positions, n, to);
  }
}
