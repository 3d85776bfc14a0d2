// Digits by division, and the operands' own shapes instead of stretched views: index 0 where the length is 1.
import * as np from "@deep-dive/ndarray";
import { broadcastShapes } from "../01-broadcast-shapes.ts";

export function add(a: np.NDArray, b: np.NDArray): np.NDArray {
  const shape = broadcastShapes([a.shape, b.shape]);
  const read = (x: np.NDArray, index: readonly number[]): number =>
    Number(x.item(...x.shape.map((n, k) => (n === 1 ? 0 : index[k + shape.length - x.ndim]!))));
  const result = np.empty(shape, { dtype: np.promote_types(a.dtype, b.dtype) });
  const isBool = result.dtype.name === "bool";
  const out = result.data as Int32Array; // or another array of numbers: assigning wraps or rounds as its type says
  const index = shape.map(() => 0);
  for (let at = 0; at < result.size; at++) {
    const sum = read(a, index) + read(b, index);
    out[at] = isBool ? Math.min(sum, 1) : sum;
    for (let k = shape.length - 1; k >= 0; k--) {
      index[k] = index[k]! + 1;
      if (index[k]! < shape[k]!) break;
      index[k] = 0;
    }
  }
  return result;
}
