/** Each point against each centre. */
import * as np from "@deep-dive/ndarray";

export function assign(points: np.NDArray, centres: np.NDArray): np.NDArray {
  const means = centres.tolist() as number[][];
  const labels = (points.tolist() as number[][]).map((p) => {
    const all = means.map((c) => Math.hypot(...p.map((v, k) => v - c[k]!)));
    return all.indexOf(Math.min(...all));
  });
  return np.asarray(labels, { dtype: "int32" });
}
