// caught by: worked examples > only where the mask is true
// Multiplies by the mask instead of leaving out alone.
import * as np from "@deep-dive/ndarray";
import { broadcastTo } from "../02-broadcast-to.ts";

export function addInto(
  a: np.NDArray,
  b: np.NDArray,
  out: np.NDArray,
  mask: np.NDArray,
): np.NDArray {
  const { shape } = out;
  const [left, right] = [apart(broadcastTo(a, shape), out), apart(broadcastTo(b, shape), out)];
  const where = broadcastTo(mask, shape);
  const index = shape.map(() => 0);
  for (let at = 0; at < out.size; at++) {
    // a and b hold float64
    out.set(
      index,
      Number(where.item(...index)) *
        ((left.item(...index) as number) + (right.item(...index) as number)),
    );
    for (let k = shape.length - 1; k >= 0; k--) {
      index[k] = index[k]! + 1;
      if (index[k]! < shape[k]!) break;
      index[k] = 0;
    }
  }
  return out;
}

/** `operand`, or a copy of it where a write to `out` could change what has not been read yet. */
function apart(operand: np.NDArray, out: np.NDArray): np.NDArray {
  // The very same elements in the very same order: each is read just before it is written.
  const isSameView =
    operand.offset === out.offset && operand.strides.every((s, k) => s === out.strides[k]);
  return isSameView || !np.shares_memory(operand, out) ? operand : operand.copy();
}
