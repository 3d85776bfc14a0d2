// caught by: edge cases > a row of zeros stays a row of zeros
// Mends the shapes and drops the guard: 0 / 0.
import * as np from "@deep-dive/ndarray";

export function normaliseRows(a: np.NDArray): np.NDArray {
  // (…, n) summed to (…, 1), not (…): the 1 stretches along the row.
  const sums = np.sum(a, { axis: -1, keepdims: true });
  return np.divide(a, sums);
}
