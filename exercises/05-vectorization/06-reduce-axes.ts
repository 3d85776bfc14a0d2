/**
 * Fold an array along some of its axes: a sum, and the place of the largest.
 *
 * NumPy's names for these are `np.sum(a, axis=..., keepdims=...)` and `np.argmax(a, axis=...)`.
 */
import * as np from "@deep-dive/ndarray";

/**
 * The sum along `axes`.
 *
 * Those axes disappear from the shape; with `keepdims` they stay, with length 1, so that the result broadcasts back
 * against `a`. The sum of nothing is 0: an empty axis gives zeros, not an error.
 *
 * @param a float64 of any shape and layout
 * @param axes the axes to sum over, in any order, negative ones from the end; null for all of them, [] for none
 * @returns a fresh float64 array; 0-d where no axis is left
 * @throws {np.AxisError} when an axis does not exist: `new np.AxisError(axis, a.ndim)`
 * @throws {np.ValueError} when an axis is named twice, also as 0 and -2: `duplicate value in 'axis'`
 * @example sumAxes(np.asarray([[1, 2], [3, 4]]), [0], false) // [4, 6]
 */
export function sumAxes(
  a: np.NDArray,
  axes: readonly number[] | null,
  keepdims: boolean,
): np.NDArray {
  // TODO: an element of the result belongs to each index of `a`: the same index with 0 at the summed axes.
  throw new Error("not implemented");
}

/**
 * Where along `axis` the largest element stands; of equals the first.
 *
 * @param a float64 of any shape and layout, without nan
 * @param axis which axis; it disappears from the shape
 * @returns int32
 * @throws {np.AxisError} when the axis does not exist
 * @throws {np.ValueError} when the axis is empty, as nothing is largest among nothing:
 *   `attempt to get argmax of an empty sequence`
 * @example argmaxAxis(np.asarray([[1, 5, 5], [7, 0, 7]]), 1) // [1, 0]
 */
export function argmaxAxis(a: np.NDArray, axis: number): np.NDArray {
  // TODO: begin with "it is at 0", and keep the largest seen so far beside it.
  throw new Error("not implemented");
}
