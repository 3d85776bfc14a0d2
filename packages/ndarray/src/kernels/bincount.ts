/**
 * Counting how often each number occurs.
 *
 * Knows contiguous operands of int32.
 */
import { type Operand, elementsOf } from "./operand.ts";
import { wasmBincount } from "./wasm/families.ts";
import type { Compiled } from "./wasm/module.ts";

/** The largest of `n` numbers, taken as unsigned: 2³¹ and more where one is negative; 0 where there is none. */
export function largestUnsigned(numbers: Operand, n: number): number {
  const kernels = kernelsFor([numbers]);
  if (kernels !== null) return kernels["largest"]!(numbers.address, n) >>> 0;
  const { data, offset } = elementsOf(numbers);
  let most = 0;
  for (let k = offset; k < offset + n; k++) most = Math.max(most, Number(data[k]) >>> 0);
  return most;
}

/** Adds to each element of `counts` how often its position is among the `n` numbers; each is one of these positions. */
export function countNumbers(numbers: Operand, n: number, counts: Operand): void {
  const kernels = kernelsFor([numbers, counts]);
  if (kernels !== null) {
    kernels["count"]!(numbers.address, n, counts.address);
    return;
  }
  const { data, offset } = elementsOf(numbers);
  const { data: counters, offset: first } = elementsOf(counts);
  const totals = counters as Int32Array; // int32, as both are
  for (let k = offset; k < offset + n; k++) totals[first + Number(data[k])]! += 1;
}

function kernelsFor(operands: readonly Operand[]): Readonly<Record<string, Compiled>> | null {
  return operands.every((o) => o.memory.isHeap) ? wasmBincount() : null;
}
