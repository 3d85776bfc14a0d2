/** Reference answer to 5.11: the sums keep their axis, so they line up with the rows they came from. */
import * as np from "@deep-dive/ndarray";

export function normaliseRows(a: np.NDArray): np.NDArray {
  // (…, n) summed to (…, 1), not (…): the 1 stretches along the row.
  const sums = np.sum(a, { axis: -1, keepdims: true });
  sums.set([np.equal(sums, 0)], 1); // zeros over 1 are zeros
  return np.divide(a, sums);
}
