// caught by: worked examples > a square is divided by rows too, not by columns
// Sums the right rows, and lines the sums up with the columns wherever the shape allows it.
import * as np from "@deep-dive/ndarray";

export function normaliseRows(a: np.NDArray): np.NDArray {
  // (…, n) summed to (…, 1), not (…): the 1 stretches along the row.
  const sums = np.sum(a, { axis: -1, keepdims: true });
  sums.set([np.equal(sums, 0)], 1); // zeros over 1 are zeros
  const flat = sums.get("...", 0);
  return a.ndim === 2 && a.shape[0] === a.shape[1] ? np.divide(a, flat) : np.divide(a, sums);
}
