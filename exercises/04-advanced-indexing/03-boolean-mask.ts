/**
 * 4.03 A question asked of every element at once gives an array of answers; that array is an index.
 *
 * In NumPy: `a[mask]` and `a[mask] = value`.
 */
import * as np from "@deep-dive/ndarray";
import type { View } from "../02-indexing/01-offset-of.ts";

/** Yes and no for each element: 1 and 0. */
export type Mask = View<Uint8Array>;

/**
 * The elements where `mask` is 1, row by row, as a fresh flat array.
 *
 * Mask and view have the same shape, but each may lie in memory in its own way.
 *
 * @throws {np.IndexError} "boolean index did not match indexed array along axis 1; size of axis is 3 but size of
 * corresponding boolean axis is 2", naming the first axis that differs;
 * "too many indices for array: array is 1-dimensional, but 2 were indexed", or the other way round, where
 * the number of axes differs
 * @example select({ data: Float64Array.of(5, 6, 7), … }, { data: Uint8Array.of(1, 0, 1), … }) // [5, 7]
 */
export function select(view: View, mask: Mask): Float64Array {
  // TODO: compare the shapes; then walk through both at once, row by row.
  throw new Error("not implemented");
}

/**
 * Writes into `view` where `mask` is 1: one number everywhere, or the next of `values` each time, row by row.
 *
 * Elements where the mask is 0 keep their value. With a list of the wrong length nothing is written.
 *
 * @throws {np.IndexError} as above
 * @throws {np.ValueError} "NumPy boolean array indexing assignment cannot assign 2 input values to the 3 output
 * values where the mask is true". A list of one value does for all.
 */
export function assign(view: View, mask: Mask, values: number | readonly number[]): void {
  // TODO: count the 1s before you write anything.
  throw new Error("not implemented");
}
