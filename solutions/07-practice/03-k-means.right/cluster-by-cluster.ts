// A loop over the k clusters, with a mask for each.
import * as np from "@deep-dive/ndarray";
import { pairwiseDistance } from "../../05-vectorization/12-pairwise-distance.ts";

export function assign(points: np.NDArray, centres: np.NDArray): np.NDArray {
  return np.scope(() => np.argmin(pairwiseDistance(points, centres), { axis: 1 }));
}

export function update(points: np.NDArray, labels: np.NDArray, centres: np.NDArray): np.NDArray {
  const result = np.copy(centres);
  for (let k = 0; k < centres.shape[0]!; k++) {
    np.scope(() => {
      const mine = points.get(np.equal(labels, k));
      if (mine.shape[0]! > 0) result.set([k], np.mean(mine, { axis: 0 }));
    });
  }
  return result;
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
