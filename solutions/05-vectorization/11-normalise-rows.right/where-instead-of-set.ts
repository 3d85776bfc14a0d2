// Chooses the divisor instead of overwriting it.
import * as np from "@deep-dive/ndarray";

export function normaliseRows(a: np.NDArray): np.NDArray {
  // (…, n) summed to (…, 1), not (…): the 1 stretches along the row.
  const sums = np.sum(a, { axis: -1, keepdims: true });
  return np.divide(a, np.where(np.equal(sums, 0), 1, sums));
}
