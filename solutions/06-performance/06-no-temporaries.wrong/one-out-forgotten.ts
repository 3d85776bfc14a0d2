// caught by: allocations
// Uses out twice, and forgets it once.
import * as np from "@deep-dive/ndarray";

export function combineInPlace(a: np.NDArray, b: np.NDArray): void {
  const sum = np.add(a, b);
  np.divide(a, -2, { out: a });
  np.multiply(a, sum, { out: a });
}
