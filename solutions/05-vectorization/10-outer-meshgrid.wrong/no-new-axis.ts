// caught by: edge cases > two lists of the same length make a square, not a list
// Multiplies list by list where the lengths allow it.
import * as np from "@deep-dive/ndarray";

export function outer(x: np.NDArray, y: np.NDArray): np.NDArray {
  // (n, 1) and (m,): the row needs no new axis, since shapes line up at the right.
  return x.size === y.size ? np.multiply(x, y) : np.multiply(x.get(":", null), y);
}

export function grid(x: np.NDArray, y: np.NDArray): { x: np.NDArray; y: np.NDArray } {
  const shape = [x.size, y.size];
  return { x: np.broadcast_to(x.get(":", null), shape), y: np.broadcast_to(y, shape) };
}
