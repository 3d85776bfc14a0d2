import * as np from "@deep-dive/ndarray";
import { type View, offsetOf } from "../../02-indexing/01-offset-of.ts";
import type { Mode } from "../01-take.ts";

/** What each mode makes of an index. */
const MODES: Readonly<Record<Mode, (i: number, n: number) => number>> = {
  raise: (i, n) => (i < 0 ? i + n : i),
  wrap: (i, n) => ((i % n) + n) % n,
  clip: (i, n) => Math.max(0, Math.min(i, n - 1)),
};

export function take(
  view: View,
  indices: readonly number[],
  axis: number,
  mode: Mode = "raise",
): View {
  const ndim = view.shape.length;
  if (axis >= ndim || axis + ndim < 0) throw new np.AxisError(axis, ndim);
  const at = (axis + ndim) % ndim;
  const n = view.shape[at]!;
  if (n === 0 && indices.length > 0)
    throw new np.IndexError("cannot do a non-empty take from an empty axes.");
  const positions = indices.map((i) => {
    const position = MODES[mode](i, n);
    if (position < 0 || position >= n)
      throw new np.IndexError(`index ${i} is out of bounds for axis ${at} with size ${n}`);
    return position;
  });
  const shape = view.shape.map((length, k) => (k === at ? positions.length : length));
  const strides = shape.map((_, k) => shape.slice(k + 1).reduce((a, b) => a * b, 1));
  const data = new Float64Array(shape.reduce((a, b) => a * b, 1)).map((_, flat) => {
    const index = shape.map((length, k) => Math.floor(flat / strides[k]!) % length);
    index[at] = positions[index[at]!]!;
    return view.data[offsetOf(view, index)]!;
  });
  return { data, shape, strides, offset: 0 };
}
