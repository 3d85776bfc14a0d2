// Writes through set, which casts for us; only the wrapping of integers has to be asked for.
import * as np from "@deep-dive/ndarray";
import { broadcastShapes } from "../01-broadcast-shapes.ts";
import { broadcastTo } from "../02-broadcast-to.ts";

export function add(a: np.NDArray, b: np.NDArray): np.NDArray {
  const shape = broadcastShapes([a.shape, b.shape]);
  const [left, right] = [broadcastTo(a, shape), broadcastTo(b, shape)];
  const result = np.empty(shape, { dtype: np.promote_types(a.dtype, b.dtype) });
  const wrap: Readonly<Record<string, (x: number) => number | boolean>> = {
    bool: (x) => x > 0,
    int8: (x) => (x << 24) >> 24,
    uint8: (x) => x & 0xff,
    int16: (x) => (x << 16) >> 16,
    uint16: (x) => x & 0xffff,
    int32: (x) => x | 0,
  };
  const index = shape.map(() => 0);
  for (let at = 0; at < result.size; at++) {
    const sum = Number(left.item(...index)) + Number(right.item(...index)); // true becomes 1
    result.set(index, wrap[result.dtype.name]?.(sum) ?? sum);
    for (let k = shape.length - 1; k >= 0; k--) {
      index[k] = index[k]! + 1;
      if (index[k]! < shape[k]!) break;
      index[k] = 0;
    }
  }
  return result;
}
