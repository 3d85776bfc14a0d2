// caught by: worked examples > uint8 wraps: 200 + 100 is 44
// Computes in float64 and leaves it there, so nothing ever wraps.
import * as np from "@deep-dive/ndarray";
import { broadcastShapes } from "../01-broadcast-shapes.ts";
import { broadcastTo } from "../02-broadcast-to.ts";

export function add(a: np.NDArray, b: np.NDArray): np.NDArray {
  const shape = broadcastShapes([a.shape, b.shape]);
  const [left, right] = [broadcastTo(a, shape), broadcastTo(b, shape)];
  const result = np.empty(shape, {
    dtype: a.dtype.name === "bool" && b.dtype.name === "bool" ? "bool" : "float64",
  });
  const isBool = result.dtype.name === "bool";
  const out = result.data as Uint8Array | Float64Array;
  const index = shape.map(() => 0);
  for (let at = 0; at < result.size; at++) {
    const sum = Number(left.item(...index)) + Number(right.item(...index)); // true becomes 1
    out[at] = isBool ? Math.min(sum, 1) : sum;
    for (let k = shape.length - 1; k >= 0; k--) {
      index[k] = index[k]! + 1;
      if (index[k]! < shape[k]!) break;
      index[k] = 0;
    }
  }
  return result;
}
