// caught by: unsigned values are not negated away: the largest uint8 comes first
// -200 is 56 in uint8.
/**
 * 4.13 Quiz: three jobs that look like loops. No loop is allowed, nor any function that hides one.
 *
 * Everything you need: np.bincount, np.argsort, np.negative, np.divide, np.eye, np.take, indexing.
 */
import * as np from "@deep-dive/ndarray";

/**
 * The mean of the values in each of `groups` groups; NaN for a group without values. A float64 line.
 *
 * `labels[k]` (whole, from 0 to groups - 1) is the group of `values[k]`.
 *
 * @example groupMeans(np.asarray([1, 2, 6]), np.asarray([0, 2, 0], { dtype: "int32" }), 3).tolist() // [3.5, NaN, 2]
 */
export function groupMeans(values: np.NDArray, labels: np.NDArray, groups: number): np.NDArray {
  const sums = np.bincount(labels, { weights: values, minlength: groups });
  const counts = np.bincount(labels, { minlength: groups });
  return np.divide(sums, counts); // 0 / 0 is NaN, as it should be
}

/**
 * The positions of the k largest values, the largest first. Among equals the earlier position comes first.
 *
 * k is at most the number of values. There is no NaN.
 *
 * @example topK(np.asarray([3, 9, 4, 9]), 3).tolist() // [1, 3, 2]
 */
export function topK(values: np.NDArray, k: number): np.NDArray {
  // Negated, the largest are the smallest, and a stable sort keeps equals in order. As float64: unsigned -200 is 56.
  return np.argsort(np.negative(values), { stable: true }).get(np.slice(0, k));
}

/**
 * A table of zeros with a 1 in column `labels[i]` of row i, as float64: "one-hot".
 *
 * @example oneHot(np.asarray([2, 0], { dtype: "int32" }), 3).tolist() // [[0, 0, 1], [1, 0, 0]]
 */
export function oneHot(labels: np.NDArray, groups: number): np.NDArray {
  return np.eye(groups).get(labels); // row g of the unit matrix is the one-hot of g
}
