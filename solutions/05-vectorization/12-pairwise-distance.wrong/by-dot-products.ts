// caught by: edge cases > points far from the origin keep their distances
// |x|² + |y|² - 2xy: small arrays, but the squares of large numbers swallow the difference.
import * as np from "@deep-dive/ndarray";

export function pairwiseDistance(x: np.NDArray, y: np.NDArray): np.NDArray {
  if (x.shape[1] !== y.shape[1])
    throw new np.ValueError(`points have ${x.shape[1]} and ${y.shape[1]} coordinates`);
  const square = (a: np.NDArray): np.NDArray =>
    np.sum(np.multiply(a, a), { axis: 1, keepdims: true }) as np.NDArray;
  const result = np.matmul(x, y.T);
  np.multiply(result, -2, { out: result });
  np.add(result, square(x), { out: result });
  np.add(result, square(y).T, { out: result });
  np.maximum(result, 0, { out: result });
  return np.sqrt(result, { out: result });
}
