/**
 * Flat kernels: one operation over operands whose elements lie equally far apart.
 *
 * The short way for small arrays, where finding the loop costs more than running it: a kernel is found once and
 * kept. Where WebAssembly has no such loop, or an operand lies outside the heap, the caller takes the long way.
 */
import type { Operand } from "./operand.ts";
import { onTierChange } from "./tier.ts";
import { wasmFold } from "./wasm/families.ts";
import { type Loop, wasmLoop } from "./wasm/loops.ts";
import type { Compiled } from "./wasm/module.ts";

let generation = 0;
onTierChange(() => {
  generation++;
});

export class FlatKernel {
  readonly op: string;
  readonly types: string;
  #loop: Loop | null = null;
  #found = -1;

  constructor(op: string, types: string) {
    this.op = op;
    this.types = types;
  }

  /** Runs over `n` elements of `a`, `aStep` bytes apart, into `out`; or says false and does nothing. */
  unary(a: Operand, aStep: number, out: Operand, outStep: number, n: number): boolean {
    const loop = this.#current();
    if (loop === null || !a.memory.isHeap || !out.memory.isHeap) return false;
    loop.row(a.address, aStep, out.address, outStep, n);
    return true;
  }

  /** The same for two inputs; one with step 0 is repeated. */
  binary(
    a: Operand,
    aStep: number,
    b: Operand,
    bStep: number,
    out: Operand,
    outStep: number,
    n: number,
  ): boolean {
    const loop = this.#current();
    if (loop === null || !a.memory.isHeap || !b.memory.isHeap || !out.memory.isHeap) return false;
    loop.row(a.address, aStep, b.address, bStep, out.address, outStep, n);
    return true;
  }

  #current(): Loop | null {
    if (this.#found !== generation) {
      this.#loop = wasmLoop(this.op, this.types);
      this.#found = generation;
    }
    return this.#loop;
  }
}

/** A fold of one dtype over `n` elements that lie equally far apart, found once and kept. */
export class FlatFold {
  readonly #op: string;
  readonly #char: string;
  #row: Compiled | null = null;
  #found = -1;

  constructor(op: string, char: string) {
    this.#op = op;
    this.#char = char;
  }

  /** Folds `n` elements of `a` into the element `out`, or says false and does nothing. */
  run(a: Operand, step: number, out: Operand, n: number): boolean {
    if (this.#found !== generation) {
      this.#row = wasmFold(this.#op, this.#char)?.row ?? null;
      this.#found = generation;
    }
    if (this.#row === null || !a.memory.isHeap || !out.memory.isHeap) return false;
    this.#row(a.address, step, out.address, n);
    return true;
  }
}
