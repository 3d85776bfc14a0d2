// Puts the lost axis back with null.
import * as np from "@deep-dive/ndarray";

export function normaliseRows(a: np.NDArray): np.NDArray {
  // (…, n) summed to (…, 1), not (…): the 1 stretches along the row.
  const sums = np.asarray(np.sum(a, { axis: -1 })).get("...", null);
  sums.set([np.equal(sums, 0)], 1); // zeros over 1 are zeros
  return np.divide(a, sums);
}
