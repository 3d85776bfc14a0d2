// (a + b) * a, halved and negated at the end.
import * as np from "@deep-dive/ndarray";

export function combineInPlace(a: np.NDArray, b: np.NDArray): void {
  np.add(b, a, { out: b });
  np.multiply(b, a, { out: a });
  np.multiply(a, -0.5, { out: a });
}
