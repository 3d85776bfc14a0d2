// caught by: edge cases > points of 1 and of 3 coordinates have none either: 1 must not stretch here
// Leaves the check to broadcasting, which is happy to repeat the only coordinate of a 1-d point.
import * as np from "@deep-dive/ndarray";

export function pairwiseDistance(x: np.NDArray, y: np.NDArray): np.NDArray {
  const [n = 0, d = 0] = x.shape;
  const [m = 0, e = 0] = y.shape;
  if (d !== e && d !== 1 && e !== 1)
    throw new np.ValueError(`points have ${d} and ${e} coordinates`);
  const total = np.zeros([n, m]);
  using scratch = np.empty([n, m]);
  for (let k = 0; k < Math.max(d, e); k++) {
    np.subtract(x.get(":", d === 1 ? 0 : k, null), y.get(":", e === 1 ? 0 : k), { out: scratch });
    np.multiply(scratch, scratch, { out: scratch });
    np.add(total, scratch, { out: total });
  }
  return np.sqrt(total, { out: total });
}
