// caught by: the message names the axis that is wrong
// Checks against all elements: [1, 3] then lies outside, but [0, 4] is in the next row.
/**
 * 2.02 a[-1] is the last element, and a[5] of five is an error that says where you went wrong.
 *
 * In NumPy: every integer index.
 */
import * as np from "@deep-dive/ndarray";
import { type View, offsetOf } from "../01-offset-of.ts";

/**
 * `index` as a position from 0 to n - 1, on an axis of length n.
 *
 * Negative indices count from the end: -1 is the last, -n the first.
 *
 * @throws {np.IndexError} "index 5 is out of bounds for axis 0 with size 5": with the index as it was given
 * @example position(-1, 0, 5) // 4
 */
export function position(index: number, axis: number, n: number): number {
  if (index < -n || index >= n) {
    throw new np.IndexError(`index ${index} is out of bounds for axis ${axis} with size ${n}`);
  }
  return index < 0 ? index + n : index;
}

/**
 * The element at `index`, which has one integer for each axis.
 *
 * @throws {np.IndexError} where an index lies outside its axis
 * @throws {np.IndexError} "too many indices for array: array is 2-dimensional, but 3 were indexed"
 * @example item({ data: Float64Array.of(1, 2, 3, 4), shape: [2, 2], strides: [2, 1], offset: 0 }, [-1, 0]) // 3
 */
export function item(view: View, index: readonly number[]): number {
  const ndim = view.shape.length;
  if (index.length > ndim) {
    throw new np.IndexError(
      `too many indices for array: array is ${ndim}-dimensional, but ${index.length} were indexed`,
    );
  }
  const positions = index.map((i, axis) => (i < 0 ? i + view.shape[axis]! : i));
  const element = view.data[offsetOf(view, positions)];
  if (element === undefined) throw new np.IndexError("index out of bounds");
  return element;
}
