// caught by: peak-bytes
// Builds the ways from every bird to every other, (n, n, 2).
import * as np from "@deep-dive/ndarray";

export interface Flock {
  readonly position: np.NDArray;
  readonly velocity: np.NDArray;
}

export function step({ position, velocity }: Flock, radius: number, dt: number): Flock {
  return np.scope(() => {
    const n = position.shape[0]!;
    const ways = np.subtract(position.get(null, ":"), position.get(":", null));
    const d2 = np.sum(np.square(ways), { axis: 2 }) as np.NDArray;
    const scratch = np.empty([n, n]);
    // Who sees whom, as 1 and 0. Each sees itself, which does no harm: the way to oneself is 0.
    const sees = np.less(d2, radius ** 2, { out: scratch, casting: "unsafe" });
    const weights = np.multiply(np.subtract(d2, 1, { out: d2 }), sees, { out: d2 });
    const pull = np.add(
      np.sum(np.multiply(weights.get("...", null), ways), { axis: 1 }),
      pulled(sees, velocity),
    );
    const next = np.add(velocity, np.multiply(pull, dt));
    return { position: np.add(position, np.multiply(next, dt)), velocity: next };
  });
}

/** Σ_j w_ij (x_j - x_i), with nothing of shape (n, n, 2). */
function pulled(weights: np.NDArray, x: np.NDArray): np.NDArray {
  const total = np.sum(weights, { axis: 1, keepdims: true });
  return np.subtract(np.matmul(weights, x), np.multiply(total, x));
}
