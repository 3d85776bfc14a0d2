// caught by: laws > the grid's arrays are views with their list's dtype
// Fills two tables of numbers to describe two lists.
import * as np from "@deep-dive/ndarray";

export function outer(x: np.NDArray, y: np.NDArray): np.NDArray {
  // (n, 1) and (m,): the row needs no new axis, since shapes line up at the right.
  return np.multiply(x.get(":", null), y);
}

function frozen(a: np.NDArray): np.NDArray {
  a.flags.writeable = false;
  return a;
}

export function grid(x: np.NDArray, y: np.NDArray): { x: np.NDArray; y: np.NDArray } {
  const shape = [x.size, y.size];
  return {
    x: frozen(np.broadcast_to(x.get(":", null), shape).copy()),
    y: frozen(np.broadcast_to(y, shape).copy()),
  };
}
