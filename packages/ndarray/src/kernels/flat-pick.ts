/**
 * Picking elements of one width from a line, by a mask or by int32 positions; the kernels are found once and kept.
 *
 * Knows operands in the heap whose elements lie equally far apart. See `flat.ts`.
 */
import type { Operand } from "./operand.ts";
import { tierGeneration } from "./tier.ts";
import { wasmCompress, wasmGather, wasmTruth } from "./wasm/families.ts";
import type { Compiled } from "./wasm/module.ts";

export class FlatPick {
  readonly #size: number;
  #count: Compiled | null = null;
  #compress: Compiled | null = null;
  #take: Compiled | null = null;
  #found = -1;

  constructor(size: number) {
    this.#size = size;
  }

  /** Whether there are kernels at all. */
  get isThere(): boolean {
    if (this.#found !== tierGeneration()) {
      this.#count = wasmTruth("?")?.count ?? null;
      this.#compress = wasmCompress(this.#size)?.compress ?? null;
      this.#take = wasmGather(this.#size, "i")?.take ?? null;
      this.#found = tierGeneration();
    }
    return this.#count !== null && this.#compress !== null && this.#take !== null;
  }

  /** How many of `n` contiguous truth values are true. */
  count(mask: Operand, n: number): number {
    return this.#count!(mask.address, 1, n); // the caller has asked `isThere`, here and below
  }

  /** Copies the elements where the mask is true to `to`, which has room for exactly `count`. */
  compress(a: Operand, step: number, mask: Operand, to: Operand, count: number): void {
    const end = to.address + count * this.#size;
    this.#compress!(a.address, step, mask.address, 1, to.address, end);
  }

  /** Copies the elements at `n` positions to `to`; gives `n`, or where the first position outside stands. */
  take(
    a: Operand,
    step: number,
    length: number,
    positions: Operand,
    n: number,
    to: Operand,
  ): number {
    return this.#take!(a.address, step, length, positions.address, n, to.address);
  }
}
