/**
 * 2.02 a[-1] is the last element, and a[5] of five is an error that says where you went wrong.
 *
 * In NumPy: every integer index.
 */
import * as np from "@deep-dive/ndarray";
import { type View, offsetOf } from "./01-offset-of.ts";

/**
 * `index` as a position from 0 to n - 1, on an axis of length n.
 *
 * Negative indices count from the end: -1 is the last, -n the first.
 *
 * @throws {np.IndexError} "index 5 is out of bounds for axis 0 with size 5": with the index as it was given
 * @example position(-1, 0, 5) // 4
 */
export function position(index: number, axis: number, n: number): number {
  // TODO: which indices are allowed, from where to where?
  throw new Error("not implemented");
}

/**
 * The element at `index`, which has one integer for each axis.
 *
 * @throws {np.IndexError} where an index lies outside its axis
 * @throws {np.IndexError} "too many indices for array: array is 2-dimensional, but 3 were indexed"
 * @example item({ data: Float64Array.of(1, 2, 3, 4), shape: [2, 2], strides: [2, 1], offset: 0 }, [-1, 0]) // 3
 */
export function item(view: View, index: readonly number[]): number {
  // TODO: make every index a position, then ask offsetOf.
  throw new Error("not implemented");
}
