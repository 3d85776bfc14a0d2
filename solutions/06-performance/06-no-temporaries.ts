/** Reference answer to 6.06: three passes, no new array. */
import * as np from "@deep-dive/ndarray";

export function combineInPlace(a: np.NDArray, b: np.NDArray): void {
  np.add(a, b, { out: b }); // b is not needed again, so it may become the sum
  np.divide(a, -2, { out: a }); // -a / 2 in one pass instead of two: exact, since it only flips the sign
  np.multiply(a, b, { out: a });
}
