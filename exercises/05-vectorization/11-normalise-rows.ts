/**
 * Make the numbers of each row sum to 1. This file does it wrong; find out where, and mend it.
 *
 * In NumPy: `a / a.sum(axis=-1, keepdims=True)`. Softmax, probabilities and mixing weights need it.
 */
import * as np from "@deep-dive/ndarray";

/**
 * `a` with each row divided by its sum. A row is whatever lies along the last axis.
 *
 * A row whose sum is 0 (no counts at all) is left as it is, instead of becoming nan.
 *
 * @param a float64 of at least one axis, any layout, without negative numbers
 * @returns a fresh float64 array of `a`'s shape; `a` is left alone
 * @example normaliseRows(np.asarray([[1, 3], [4, 4]])) // [[0.25, 0.75], [0.5, 0.5]]
 */
export function normaliseRows(a: np.NDArray): np.NDArray {
  // TODO: run the tests, and look at the shapes: print np.sum(a, { axis: 1 }).shape for a of shape (2, 3), (3, 3), (2, 3, 4).
  const sums = np.asarray(np.sum(a, { axis: 1 }));
  sums.set([np.equal(sums, 0)], 1);
  return np.divide(a, sums);
}
