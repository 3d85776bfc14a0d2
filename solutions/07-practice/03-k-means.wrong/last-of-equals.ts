// caught by: edge cases > of equally near centres the first is taken
// Turns the centres round, and takes the last of equally near ones.
import * as np from "@deep-dive/ndarray";
import { pairwiseDistance } from "../../05-vectorization/12-pairwise-distance.ts";

export function assign(points: np.NDArray, centres: np.NDArray): np.NDArray {
  return np.scope(() =>
    np.subtract(
      centres.shape[0]! - 1,
      np.argmin(pairwiseDistance(points, centres.get("::-1")), { axis: 1 }),
    ),
  );
}

export function update(points: np.NDArray, labels: np.NDArray, centres: np.NDArray): np.NDArray {
  return np.scope(() => {
    const k = centres.shape[0]!;
    const isMember = np.equal(np.arange(k).get(":", null), labels).astype("float64"); // (k, n)
    const sums = np.matmul(isMember, points);
    const counts = np.sum(isMember, { axis: 1, keepdims: true }) as np.NDArray; // (k, 1)
    // Division by at least 1, so that nothing is 0 / 0; empty clusters are put back afterwards.
    return np.where(np.equal(counts, 0), centres, np.divide(sums, np.maximum(counts, 1)));
  });
}

export function kMeans(
  points: np.NDArray,
  centres: np.NDArray,
  steps: number,
): { centres: np.NDArray; labels: np.NDArray; inertia: number } {
  let means = np.copy(centres) as np.NDArray;
  let labels = assign(points, means);
  for (let step = 0; step < steps; step++) {
    means = update(points, labels, means);
    const next = assign(points, means);
    const isDone = np.array_equal(next, labels);
    labels = next;
    if (isDone) break;
  }
  const offsets = np.subtract(points, np.take(means, labels, { axis: 0 }));
  return { centres: means, labels, inertia: np.sum(np.square(offsets)) as number };
}
