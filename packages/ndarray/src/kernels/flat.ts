/**
 * Flat kernels: one operation over operands whose elements lie equally far apart.
 *
 * The short way for small arrays, where finding the loop costs more than running it: a kernel is found once and
 * kept. Where WebAssembly has no such loop, or an operand lies outside the heap, the caller takes the long way.
 */
import type { Operand } from "./operand.ts";
import { onTierChange } from "./tier.ts";
import { type Loop, wasmLoop } from "./wasm/loops.ts";

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
