/**
 * Running sums along an axis, and the differences that undo them.
 *
 * NumPy's names for these are `np.cumsum(a, axis=...)` and `np.diff(a, axis=...)`.
 */
import * as np from "@deep-dive/ndarray";

/**
 * Running sums along `axis`: element i of the result is the sum of elements 0 … i.
 *
 * A scan is the loop that cannot be vectorized along its own axis, as each step needs the one before. But all the other
 * axes can: one step adds a whole slice to a whole slice, inside the result. No step makes an array of its own.
 *
 * @param a float64 of any shape with at least one axis, any layout
 * @param axis which axis, negative from the end
 * @returns a fresh float64 array of `a`'s shape
 * @throws {np.AxisError} when the axis does not exist
 * @example cumsum(np.asarray([[1, 2], [3, 4]]), 0) // [[1, 2], [4, 6]]
 */
export function cumsum(a: np.NDArray, axis: number): np.NDArray {
  // TODO: how do you write "slice i along axis k" as an index? a.get(":", i) is the one for k = 1.
  throw new Error("not implemented");
}

/**
 * Differences of neighbours along `axis`: element i of the result is `a[i + 1] - a[i]`.
 *
 * No loop at all: two views, shifted by one, subtracted. Their difference is the only array made.
 *
 * @param a float64 of any shape with at least one axis, any layout
 * @param axis which axis, negative from the end
 * @returns a fresh float64 array, one shorter along the axis; empty stays empty
 * @throws {np.AxisError} when the axis does not exist
 * @example diff(np.asarray([1, 4, 9, 16]), 0) // [3, 5, 7]
 */
export function diff(a: np.NDArray, axis: number): np.NDArray {
  // TODO: "1:" and ":-1" along the axis, ":" along all others.
  throw new Error("not implemented");
}
