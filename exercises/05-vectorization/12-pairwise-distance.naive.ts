/** The definition, one number at a time. */
import * as np from "@deep-dive/ndarray";

export function pairwiseDistance(x: np.NDArray, y: np.NDArray): np.NDArray {
  const [xs, ys] = [x.tolist() as number[][], y.tolist() as number[][]];
  return np.asarray(xs.map((p) => ys.map((q) => Math.hypot(...p.map((v, k) => v - q[k]!)))));
}
