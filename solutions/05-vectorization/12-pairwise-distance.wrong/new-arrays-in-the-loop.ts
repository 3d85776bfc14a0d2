// caught by: peak-bytes
// One coordinate at a time, but every step makes three new arrays, and none is given back.
import * as np from "@deep-dive/ndarray";

export function pairwiseDistance(x: np.NDArray, y: np.NDArray): np.NDArray {
  const [n = 0, d = 0] = x.shape;
  if (d !== y.shape[1]) throw new np.ValueError(`points have ${d} and ${y.shape[1]} coordinates`);
  let total = np.zeros([n, y.shape[0]!]);
  for (let k = 0; k < d; k++) {
    const difference = np.subtract(x.get(":", k, null), y.get(":", k));
    total = np.add(total, np.multiply(difference, difference)) as typeof total;
  }
  return np.sqrt(total);
}
