// caught by: edge cases > the array is left alone
// Divides into the array it was given.
import * as np from "@deep-dive/ndarray";

export function normaliseRows(a: np.NDArray): np.NDArray {
  // (…, n) summed to (…, 1), not (…): the 1 stretches along the row.
  const sums = np.sum(a, { axis: -1, keepdims: true });
  sums.set([np.equal(sums, 0)], 1); // zeros over 1 are zeros
  return a.flags.writeable ? np.divide(a, sums, { out: a }) : np.divide(a, sums);
}
