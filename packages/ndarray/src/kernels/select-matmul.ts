/**
 * Choosing the tier for matrix products; see `select.ts`.
 *
 * Knows operands whose last two axes are matrices. Vectors go to inner products or sums of rows, everything else to packed blocks.
 */
import type { Shape } from "../layout/layout.ts";
import { heapScratch } from "../memory/heap-scratch.ts";
import { type Stepper, forEachRow } from "./nest.ts";
import type { Operand } from "./operand.ts";
import { gemmOnThreads, threadCount } from "./threads.ts";
import { wasmDot, wasmGemm } from "./wasm/families.ts";
import { gemmScratchBytes } from "./wasm/gemm.ts";

/** out = a b for every index of `stack`, m x k times k x n, or false. */
export function selectMatmul(
  a: Operand,
  b: Operand,
  out: Operand,
  stack: Shape,
  m: number,
  k: number,
  n: number,
): boolean {
  const { char, itemsize } = out.dtype;
  if (
    a.dtype !== out.dtype ||
    b.dtype !== out.dtype ||
    !a.memory.isHeap ||
    !b.memory.isHeap ||
    !out.memory.isHeap
  )
    return false;
  const [aRow, aColumn] = lastTwo(a);
  const [bRow, bColumn] = lastTwo(b);
  const [outRow, outColumn] = lastTwo(out);
  if (n === 1 || (m === 1 && bRow === itemsize)) {
    const dots = wasmDot(char)?.dots;
    if (dots === undefined) return false;
    forEachRow(stack, steppersOf(a, b, out, stack), ([p, q, r]) => {
      if (n === 1) dots(p!, aColumn, q!, bRow, r!, k, aRow, 0, outRow, m);
      else dots(q!, bRow, p!, aColumn, r!, k, bColumn, 0, outColumn, n);
    });
    return true;
  }
  const combine =
    m === 1 && bColumn === itemsize && outColumn === itemsize ? wasmDot(char)?.combine : undefined;
  if (combine !== undefined) {
    forEachRow(stack, steppersOf(a, b, out, stack), ([p, q, r]) => {
      combine(p!, aColumn, q!, bRow, r!, n, k);
    });
    return true;
  }
  const product = outColumn === itemsize ? wasmGemm(char) : null;
  if (product === null) return false;
  const bytes = gemmScratchBytes(itemsize);
  const count = threadCount();
  const forAll = count === 1 ? null : heapScratch(count * bytes);
  const scratch = forAll ?? heapScratch(bytes);
  if (scratch === null) return false;
  const gemm = gemmOnThreads(product, bytes, forAll === null ? 1 : count);
  // Addresses are read after the scratch was taken: taking it may sweep, and what is in use must be held until then.
  forEachRow(stack, steppersOf(a, b, out, stack), ([p, q, r]) => {
    gemm(p!, aRow, aColumn, q!, bRow, bColumn, r!, outRow, m, n, k, scratch.address);
  });
  scratch.release();
  return true;
}

function steppersOf(a: Operand, b: Operand, out: Operand, stack: Shape): Stepper[] {
  return [a, b, out].map(({ address, strides }) => ({
    offset: address,
    strides: strides.slice(0, stack.length),
  }));
}

function lastTwo({ strides }: Operand): [row: number, column: number] {
  return [strides.at(-2)!, strides.at(-1)!]; // matrices have two axes
}
