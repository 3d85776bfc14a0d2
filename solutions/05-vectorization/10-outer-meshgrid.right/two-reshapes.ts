// Columns and rows by reshape.
import * as np from "@deep-dive/ndarray";

export function outer(x: np.NDArray, y: np.NDArray): np.NDArray {
  // (n, 1) and (m,): the row needs no new axis, since shapes line up at the right.
  return np.multiply(x.reshape([x.size, 1]), y.reshape([1, y.size]));
}

export function grid(x: np.NDArray, y: np.NDArray): { x: np.NDArray; y: np.NDArray } {
  const shape = [x.size, y.size];
  return { x: np.broadcast_to(x.get(":", null), shape), y: np.broadcast_to(y, shape) };
}
