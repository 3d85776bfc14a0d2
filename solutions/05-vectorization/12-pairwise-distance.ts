/** Reference answer to 5.12: one coordinate at a time, two arrays of shape (n, m) and no third. */
import * as np from "@deep-dive/ndarray";

export function pairwiseDistance(x: np.NDArray, y: np.NDArray): np.NDArray {
  const [n, d] = x.shape as [number, number]; // two axes each
  const [m, e] = y.shape as [number, number];
  if (d !== e) throw new np.ValueError(`points have ${d} and ${e} coordinates`);
  const total = np.zeros([n, m]);
  // `using` gives the scratch back on return; the cost is d passes over (n, m) instead of one over (n, m, d).
  using scratch = np.empty([n, m]);
  for (let k = 0; k < d; k++) {
    // (n, 1) against (m,): every x beside every y, and no third axis.
    np.subtract(x.get(":", k, null), y.get(":", k), { out: scratch });
    np.multiply(scratch, scratch, { out: scratch });
    np.add(total, scratch, { out: total });
  }
  return np.sqrt(total, { out: total });
}
