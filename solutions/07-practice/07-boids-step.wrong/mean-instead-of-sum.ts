// caught by: laws > the total velocity stays the same
// Divides the pull by the number of neighbours: it no longer cancels between two birds that see different crowds.
import * as np from "@deep-dive/ndarray";

export interface Flock {
  readonly position: np.NDArray;
  readonly velocity: np.NDArray;
}

export function step({ position, velocity }: Flock, radius: number, dt: number): Flock {
  return np.scope(() => {
    const n = position.shape[0]!;
    const d2 = np.zeros([n, n]); // squared distances, one coordinate at a time as in 5.12
    const scratch = np.empty([n, n]);
    for (const k of [0, 1]) {
      np.subtract(position.get(":", k, null), position.get(":", k), { out: scratch });
      np.add(d2, np.multiply(scratch, scratch, { out: scratch }), { out: d2 });
    }
    // Who sees whom, as 1 and 0. Each sees itself, which does no harm: the way to oneself is 0.
    const sees = np.less(d2, radius ** 2, { out: scratch, casting: "unsafe" });
    const weights = np.multiply(np.subtract(d2, 1, { out: d2 }), sees, { out: d2 });
    const pull = np.add(pulled(weights, position), pulled(sees, velocity));
    const crowd = np.sum(sees, { axis: 1, keepdims: true });
    const next = np.add(
      velocity,
      np.multiply(np.divide(pull, np.maximum(np.subtract(crowd, 1), 1)), dt),
    );
    return { position: np.add(position, np.multiply(next, dt)), velocity: next };
  });
}

/** Σ_j w_ij (x_j - x_i), with nothing of shape (n, n, 2). */
function pulled(weights: np.NDArray, x: np.NDArray): np.NDArray {
  const total = np.sum(weights, { axis: 1, keepdims: true });
  return np.subtract(np.matmul(weights, x), np.multiply(total, x));
}
