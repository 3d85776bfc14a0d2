/**
 * Sorting a few elements from one line into another, where finding a way to sort takes longer than comparing them all.
 *
 * Knows operands of one axis; says false where they are not few, not of real numbers, or not in the heap, or one is nan: the
 * caller sorts otherwise.
 */
import type { Operand } from "./operand.ts";
import { perDType } from "./per-dtype.ts";
import { thresholds } from "./thresholds.ts";
import { wasmRanks } from "./wasm/families.ts";

const kernelsFor = perDType(wasmRanks);

/** Writes the `n` elements of `from` in order to `out`, contiguous and of the same dtype. */
export function sortInto(from: Operand, out: Operand, n: number): boolean {
  return run("sort", from, out, n);
}

/** Writes the positions that sort the `n` elements of `from` to `out`, contiguous and int32. */
export function argsortInto(from: Operand, out: Operand, n: number): boolean {
  return run("argsort", from, out, n);
}

function run(name: "sort" | "argsort", from: Operand, out: Operand, n: number): boolean {
  const step = from.strides[0]!;
  if (n > thresholds.rankedLine || step <= 0 || !from.memory.isHeap || !out.memory.isHeap)
    return false;
  const kernels = kernelsFor(from.dtype);
  return kernels !== null && kernels[name]!(from.address, step, out.address, n) === 1;
}
