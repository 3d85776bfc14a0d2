/**
 * 4.01 Pick elements by a list of positions, in any order, as often as you like. No slice can say that.
 *
 * In NumPy: `np.take(a, indices, axis=1)`.
 */
import * as np from "@deep-dive/ndarray";
import type { View } from "../02-indexing/01-offset-of.ts";

/** What happens to a position outside its axis. */
export type Mode = "raise" | "wrap" | "clip";

/**
 * The slices of `view` along `axis` at the positions `indices`, as a fresh array, row by row.
 *
 * The shape is the view's, with `indices.length` at `axis`. A negative axis counts from the last.
 * - "raise": negative positions count from the end; others outside the axis throw.
 * - "wrap": positions go round and round: -1 is the last, n is 0, n + 1 is 1.
 * - "clip": positions beyond the end are the last, and negative ones the first.
 *
 * @throws {np.AxisError} where there is no such axis
 * @throws {np.IndexError} "index 5 is out of bounds for axis 0 with size 3"
 * @throws {np.IndexError} "cannot do a non-empty take from an empty axes.", in every mode
 * @example
 * const a = { data: Float64Array.of(0, 1, 2, 3, 4, 5), shape: [2, 3], strides: [3, 1], offset: 0 };
 * take(a, [2, 0, 2], 1); // [[2, 0, 2], [5, 3, 5]]
 */
export function take(
  view: View,
  indices: readonly number[],
  axis: number,
  mode: Mode = "raise",
): View {
  // TODO: turn every index into a position from 0 to n - 1 first; then copy, one element of the result at a time.
  throw new Error("not implemented");
}
