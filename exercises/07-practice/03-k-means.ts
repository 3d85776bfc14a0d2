/**
 * Group points into k clusters: assign each to its nearest centre, move each centre to the mean of its points, repeat.
 *
 * SciPy's name for one such step is in `scipy.cluster.vq`; the algorithm is Lloyd's.
 */
import * as np from "@deep-dive/ndarray";
import { pairwiseDistance } from "../05-vectorization/12-pairwise-distance.ts";

/**
 * The number of the nearest centre for each point; of equally near ones the first.
 *
 * @param points float64 of shape (n, d), any layout
 * @param centres float64 of shape (k, d), k >= 1
 * @returns int32 of shape (n,)
 */
export function assign(points: np.NDArray, centres: np.NDArray): np.NDArray {
  // TODO: 5.12 has the distances, shape (n, k). Then one reduction.
  throw new Error("not implemented");
}

/**
 * The mean of the points of each cluster. A cluster without points keeps its old centre.
 *
 * Without a loop over points: sums by label and counts by label. Look at np.add.at, or multiply a (k, n) table of
 * yes and no with the points.
 *
 * @param points float64 of shape (n, d)
 * @param labels int32 of shape (n,), values 0 … k - 1
 * @param centres float64 of shape (k, d), the old ones; left alone
 * @returns a fresh float64 array of shape (k, d)
 */
export function update(points: np.NDArray, labels: np.NDArray, centres: np.NDArray): np.NDArray {
  // TODO: how many points has each cluster? np.bincount(labels, { minlength: k }) knows. Beware of dividing by 0.
  throw new Error("not implemented");
}

/**
 * Assign and update until no label changes, or `steps` times.
 *
 * @returns the last centres, the labels that belong to them (assigned after the last update), and the inertia: the sum of the
 *   squared distances from each point to its centre
 */
export function kMeans(
  points: np.NDArray,
  centres: np.NDArray,
  steps: number,
): { centres: np.NDArray; labels: np.NDArray; inertia: number } {
  // TODO: a loop over steps is fine.
  throw new Error("not implemented");
}
