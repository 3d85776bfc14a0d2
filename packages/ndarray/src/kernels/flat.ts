/**
 * Flat kernels: one operation over operands whose elements lie equally far apart.
 *
 * The short way for small arrays, where finding the loop costs more than running it: a kernel is found once and
 * kept. Where WebAssembly has no such loop, or an operand lies outside the heap, the caller takes the long way.
 */
import type { DType } from "../dtype/dtype.ts";
import { thresholds } from "./thresholds.ts";
import { onTierChange } from "./tier.ts";
import { wasmArg, wasmFold, wasmScan, wasmTruth } from "./wasm/families.ts";
import { type Loop, wasmLoop } from "./wasm/loops.ts";
import type { Compiled } from "./wasm/module.ts";

/** What a flat kernel works on: an array, of which it need not know where its memory is, but whether that is the heap. */
interface FlatOperand {
  readonly dtype: DType;
  /** -1 for an array that lies elsewhere. */
  readonly heapAddress: number;
}

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
  unary(a: FlatOperand, aStep: number, out: FlatOperand, outStep: number, n: number): boolean {
    const loop = this.#current();
    const from = a.heapAddress;
    const to = out.heapAddress;
    if (loop === null || from < 0 || to < 0) return false;
    loop.row(from, aStep, to, outStep, n);
    return true;
  }

  /** The same for two inputs; one with step 0 is repeated. */
  binary(
    a: FlatOperand,
    aStep: number,
    b: FlatOperand,
    bStep: number,
    out: FlatOperand,
    outStep: number,
    n: number,
  ): boolean {
    const loop = this.#current();
    const first = a.heapAddress;
    const second = b.heapAddress;
    const to = out.heapAddress;
    if (loop === null || first < 0 || second < 0 || to < 0) return false;
    loop.row(first, aStep, second, bStep, to, outStep, n);
    return true;
  }

  /** The same for three inputs. */
  ternary(
    a: FlatOperand,
    aStep: number,
    b: FlatOperand,
    bStep: number,
    c: FlatOperand,
    cStep: number,
    out: FlatOperand,
    outStep: number,
    n: number,
  ): boolean {
    const loop = this.#current();
    const first = a.heapAddress;
    const second = b.heapAddress;
    const third = c.heapAddress;
    const to = out.heapAddress;
    if (loop === null || first < 0 || second < 0 || third < 0 || to < 0) return false;
    loop.row(first, aStep, second, bStep, third, cStep, to, outStep, n);
    return true;
  }

  /** The same for `m` rows of `n`; `aRow`, `bRow`, `outRow` are the bytes from one row to the next. */
  rows(
    a: FlatOperand,
    aStep: number,
    aRow: number,
    b: FlatOperand,
    bStep: number,
    bRow: number,
    out: FlatOperand,
    outStep: number,
    outRow: number,
    n: number,
    m: number,
  ): boolean {
    const loop = this.#current();
    const first = a.heapAddress;
    const second = b.heapAddress;
    const to = out.heapAddress;
    if (loop === null || first < 0 || second < 0 || to < 0) return false;
    loop.nest(first, aStep, second, bStep, to, outStep, n, aRow, bRow, outRow, m);
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

/** A fold of one dtype over elements that lie equally far apart, found once and kept. */
export class FlatFold {
  readonly #op: string;
  readonly #char: string;
  #exports: ReturnType<typeof wasmFold> = null;
  #found = -1;

  constructor(op: string, char: string) {
    this.#op = op;
    this.#char = char;
  }

  /** Folds `n` elements of `a` into the element `out`, or says false and does nothing. */
  run(a: FlatOperand, step: number, out: FlatOperand, n: number): boolean {
    const fold = this.#current();
    const from = a.heapAddress;
    const to = out.heapAddress;
    if (fold === null || from < 0 || to < 0) return false;
    fold.row!(from, step, to, n); // every fold exports it
    return true;
  }

  /** Folds the middle axis of the contiguous shape [outer, n, inner] into what `out` holds; or says false. */
  middle(a: FlatOperand, out: FlatOperand, outer: number, n: number, inner: number): boolean {
    const fold = this.#current();
    let from = a.heapAddress;
    let to = out.heapAddress;
    if (fold === null || from < 0 || to < 0) return false;
    const size = a.dtype.itemsize;
    if (inner === 1) {
      fold.nest!(from, size, to, n, n * size, size, outer);
      return true;
    }
    const row = inner * size;
    for (let k = 0; k < outer; k++, from += n * row, to += row) {
      if (inner < thresholds.foldedRow) fold.nest!(from, row, to, n, size, size, inner);
      else fold.columns!(from, row, to, inner, n);
    }
    return true;
  }

  #current(): ReturnType<typeof wasmFold> {
    if (this.#found !== generation) {
      this.#exports = wasmFold(this.#op, this.#char);
      this.#found = generation;
    }
    return this.#exports;
  }
}

/** A running fold of one dtype, found once and kept. */
export class FlatScan {
  readonly #op: string;
  readonly #char: string;
  #nest: Compiled | null = null;
  #found = -1;

  constructor(op: string, char: string) {
    this.#op = op;
    this.#char = char;
  }

  /** The running fold of `n` contiguous elements, or false; nothing is done then. */
  run(a: FlatOperand, out: FlatOperand, n: number): boolean {
    if (this.#found !== generation) {
      this.#nest = wasmScan(this.#op, this.#char)?.nest ?? null;
      this.#found = generation;
    }
    const from = a.heapAddress;
    const to = out.heapAddress;
    if (this.#nest === null || from < 0 || to < 0) return false;
    const size = a.dtype.itemsize;
    this.#nest(from, size, to, size, n, 0, 0, 1);
    return true;
  }
}

/** The search for an extreme in one dtype, found once and kept. */
export class FlatSearch {
  readonly #op: "argmax" | "argmin";
  readonly #char: string;
  #row: Compiled | null = null;
  #found = -1;

  constructor(op: "argmax" | "argmin", char: string) {
    this.#op = op;
    this.#char = char;
  }

  /** The place of the extreme among `n` contiguous elements, or -1 where the long way must be taken. */
  run(a: FlatOperand, n: number): number {
    if (this.#found !== generation) {
      this.#row = wasmArg(this.#op, this.#char)?.row ?? null;
      this.#found = generation;
    }
    const from = a.heapAddress;
    return this.#row === null || from < 0 ? -1 : this.#row(from, a.dtype.itemsize, n);
  }
}

/** The questions of truth about one dtype, found once and kept. */
export class FlatTruth {
  readonly #char: string;
  #exports: ReturnType<typeof wasmTruth> = null;
  #found = -1;

  constructor(char: string) {
    this.#char = char;
  }

  /** Whether any (all) of `n` contiguous elements are true, or how many; -1 where the long way must be taken. */
  run(question: "any" | "all" | "count", a: FlatOperand, n: number): number {
    if (this.#found !== generation) {
      this.#exports = wasmTruth(this.#char);
      this.#found = generation;
    }
    const ask = this.#exports?.[question];
    const from = a.heapAddress;
    return ask === undefined || from < 0 ? -1 : ask(from, a.dtype.itemsize, n);
  }
}
