// caught by: allocations
// The formula as it stands, with its result copied into a: four arrays made and dropped.
import * as np from "@deep-dive/ndarray";

export function combineInPlace(a: np.NDArray, b: np.NDArray): void {
  a.set(["..."], np.multiply(np.add(a, b), np.divide(np.negative(a), 2)));
}
