/**
 * Counting values by bins that are about evenly wide.
 *
 * Knows contiguous operands: float64 values and edges, int32 counters. Where the kernel does not fit, the caller counts.
 */
import type { Operand } from "./operand.ts";
import { wasmHistogram } from "./wasm/families.ts";

/**
 * Adds to each of the `bins` counters how many of the `n` values fall between its two edges, the last bin having both of its
 * own; or says false and does nothing.
 *
 * `perUnit` is how many bins there are to a unit; every edge lies less than half a bin from where that puts it.
 */
export function selectHistogram(
  values: Operand,
  n: number,
  edges: Operand,
  bins: number,
  perUnit: number,
  counters: Operand,
): boolean {
  const isFit = [values, edges, counters].every((o) => o.memory.isHeap);
  const kernel = isFit ? wasmHistogram() : null;
  kernel?.count!(values.address, n, edges.address, bins, counters.address, perUnit);
  return kernel !== null;
}
