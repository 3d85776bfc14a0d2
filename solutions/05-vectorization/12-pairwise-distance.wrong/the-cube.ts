// caught by: peak-bytes
// The line everybody writes first: right, and (n, m, d) large, twice.
import * as np from "@deep-dive/ndarray";

export function pairwiseDistance(x: np.NDArray, y: np.NDArray): np.NDArray {
  if (x.shape[1] !== y.shape[1])
    throw new np.ValueError(`points have ${x.shape[1]} and ${y.shape[1]} coordinates`);
  const difference = np.subtract(x.get(":", null, ":"), y.get(null, ":", ":"));
  return np.sqrt(np.sum(np.multiply(difference, difference), { axis: 2 }));
}
