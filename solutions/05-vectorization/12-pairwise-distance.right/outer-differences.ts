// The same passes with NumPy's outer: no axis has to be added by hand.
import * as np from "@deep-dive/ndarray";

export function pairwiseDistance(x: np.NDArray, y: np.NDArray): np.NDArray {
  const [n = 0, d = 0] = x.shape;
  const [m = 0, e = 0] = y.shape;
  if (d !== e) throw new np.ValueError(`points have ${d} and ${e} coordinates`);
  const total = np.zeros([n, m]);
  for (let k = 0; k < d; k++) {
    const difference = np.subtract.outer(x.get(":", k), y.get(":", k));
    np.square(difference, { out: difference });
    np.add(total, difference, { out: total });
    difference.dispose();
  }
  return np.sqrt(total, { out: total });
}
