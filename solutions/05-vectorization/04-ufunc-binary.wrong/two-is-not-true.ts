// caught by: edge cases > true + true is true
// Stores 2 in a bool array, where only 0 and 1 mean something.
import * as np from "@deep-dive/ndarray";
import { broadcastShapes } from "../01-broadcast-shapes.ts";
import { broadcastTo } from "../02-broadcast-to.ts";

export function add(a: np.NDArray, b: np.NDArray): np.NDArray {
  const shape = broadcastShapes([a.shape, b.shape]);
  const [left, right] = [broadcastTo(a, shape), broadcastTo(b, shape)];
  const result = np.empty(shape, { dtype: np.promote_types(a.dtype, b.dtype) });
  const out = result.data as Int32Array; // or another array of numbers: assigning wraps or rounds as its type says
  const index = shape.map(() => 0);
  for (let at = 0; at < result.size; at++) {
    const sum = Number(left.item(...index)) + Number(right.item(...index)); // true becomes 1
    out[at] = sum;
    for (let k = shape.length - 1; k >= 0; k--) {
      index[k] = index[k]! + 1;
      if (index[k]! < shape[k]!) break;
      index[k] = 0;
    }
  }
  return result;
}
