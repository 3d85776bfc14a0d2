/**
 * Compute the distance between every point of one set and every point of another, without building a cube.
 *
 * SciPy's name for this is `scipy.spatial.distance.cdist`. Nearest neighbours, clustering and kernels start here.
 */
import * as np from "@deep-dive/ndarray";

/**
 * Euclidean distances: `result[i, j] = sqrt(Σ_k (x[i, k] - y[j, k])²)`.
 *
 * The short way, `x[:, None, :] - y[None, :, :]`, makes an array of shape (n, m, d) and squares it into another one.
 * With 2000 points in 64 dimensions that is 2 GB, for a result of 32 MB. Here at most THREE arrays of shape (n, m)
 * may be alive at once. An array is alive until it is disposed: `a.dispose()`, `using`, or the end of `np.scope`.
 *
 * A loop over the d coordinates is fine; a loop over points is not what this is about.
 * The other short way, `|x|² + |y|² - 2·x·y`, loses its digits when the points lie far from the origin: a point
 * may end up away from itself. The distance from a point to itself is exactly 0 here.
 *
 * @param x shape (n, d), float64, any layout; n, m and d may be 0
 * @param y shape (m, d), float64, any layout
 * @returns a fresh float64 array of shape (n, m), none of it negative; all 0 where d is 0
 * @throws {np.ValueError} when the two sets have points of different dimensions: `points have 2 and 3 coordinates`
 * @example pairwiseDistance(np.asarray([[0, 0]]), np.asarray([[3, 4], [0, 1]])) // [[5, 1]]
 */
export function pairwiseDistance(x: np.NDArray, y: np.NDArray): np.NDArray {
  // TODO: take one coordinate: x.get(":", k) has shape (n,). Which two shapes broadcast to all its (n, m) differences?
  throw new Error("not implemented");
}
