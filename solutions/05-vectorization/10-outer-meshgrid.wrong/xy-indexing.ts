// caught by: worked examples > x runs down the grid
// Gives the (m, n) grid of meshgrid's default, indexing "xy".
import * as np from "@deep-dive/ndarray";

export function outer(x: np.NDArray, y: np.NDArray): np.NDArray {
  // (n, 1) and (m,): the row needs no new axis, since shapes line up at the right.
  return np.multiply(x.get(":", null), y);
}

export function grid(x: np.NDArray, y: np.NDArray): { x: np.NDArray; y: np.NDArray } {
  const shape = [y.size, x.size];
  return { x: np.broadcast_to(x, shape), y: np.broadcast_to(y.get(":", null), shape) };
}
