// caught by: worked examples > (2 + 1) * (-2 / 2) = -3 and (4 + 1) * (-4 / 2) = -10
// No new array, and the right numbers, in the wrong one.
import * as np from "@deep-dive/ndarray";

export function combineInPlace(a: np.NDArray, b: np.NDArray): void {
  np.add(a, b, { out: b });
  np.divide(a, -2, { out: a });
  np.multiply(a, b, { out: b });
}
