import type * as np from "@deep-dive/ndarray";

/** A view of `a` with its first axis backwards. @throws {AxisError} for a 0-d array */
export function reversed(a: np.NDArray): np.NDArray {
  // TODO: index with a step of -1
  throw new Error(`not implemented: ${a.ndim}`);
}
