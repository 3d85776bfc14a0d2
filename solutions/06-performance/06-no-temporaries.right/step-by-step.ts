// The four operations of the formula, each into an array that is free by then.
import * as np from "@deep-dive/ndarray";

export function combineInPlace(a: np.NDArray, b: np.NDArray): void {
  np.add(a, b, { out: b });
  np.negative(a, { out: a });
  np.divide(a, 2, { out: a });
  np.multiply(a, b, { out: a });
}
