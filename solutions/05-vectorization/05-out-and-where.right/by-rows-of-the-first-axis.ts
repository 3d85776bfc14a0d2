// Recursion over the first axis; 0-d pieces do the work.
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
  write(left, right, out, where);
  return out;
}

function write(a: np.NDArray, b: np.NDArray, out: np.NDArray, where: np.NDArray): void {
  if (out.ndim === 0) {
    if (where.item() === true) out.set([], Number(a.item()) + Number(b.item()));
    return;
  }
  for (let i = 0; i < out.shape[0]!; i++) write(a.get(i), b.get(i), out.get(i), where.get(i));
}

/** `operand`, or a copy of it where a write to `out` could change what has not been read yet. */
function apart(operand: np.NDArray, out: np.NDArray): np.NDArray {
  // The very same elements in the very same order: each is read just before it is written.
  const isSameView =
    operand.offset === out.offset && operand.strides.every((s, k) => s === out.strides[k]);
  return isSameView || !np.shares_memory(operand, out) ? operand : operand.copy();
}
