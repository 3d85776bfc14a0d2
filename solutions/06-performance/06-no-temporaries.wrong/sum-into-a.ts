// caught by: worked examples > (2 + 1) * (-2 / 2) = -3 and (4 + 1) * (-4 / 2) = -10
// Puts the sum into a, and then takes -a / 2 of the sum.
import * as np from "@deep-dive/ndarray";

export function combineInPlace(a: np.NDArray, b: np.NDArray): void {
  np.add(a, b, { out: a });
  np.divide(a, -2, { out: b });
  np.multiply(a, b, { out: a });
}
