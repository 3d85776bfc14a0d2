// caught by: clip moves to the nearest end, and -1 is before the first
// In mode clip a negative index does not count from the end.
/**
 * 4.01 Pick elements by a list of positions, in any order, as often as you like. No slice can say that.
 *
 * In NumPy: `np.take(a, indices, axis=1)`.
 */
import * as np from "@deep-dive/ndarray";
import { type View, offsetOf } from "../../02-indexing/01-offset-of.ts";

/** What happens to a position outside its axis. */
export type Mode = "raise" | "wrap" | "clip";

/**
 * The slices of `view` along `axis` at the positions `indices`, as a fresh array, row by row.
 *
 * The shape is the view's, with `indices.length` at `axis`. A negative axis counts from the last.
 * - "raise": negative positions count from the end; others outside the axis throw.
 * - "wrap": positions go round and round: -1 is the last, n is 0, n + 1 is 1.
 * - "clip": positions beyond the end are the last, and negative ones the first.
 *
 * @throws {np.AxisError} where there is no such axis
 * @throws {np.IndexError} "index 5 is out of bounds for axis 0 with size 3"
 * @throws {np.IndexError} "cannot do a non-empty take from an empty axes.", in every mode
 * @example
 * const a = { data: Float64Array.of(0, 1, 2, 3, 4, 5), shape: [2, 3], strides: [3, 1], offset: 0 };
 * take(a, [2, 0, 2], 1); // [[2, 0, 2], [5, 3, 5]]
 */
export function take(
  view: View,
  indices: readonly number[],
  axis: number,
  mode: Mode = "raise",
): View {
  const ndim = view.shape.length;
  if (axis < -ndim || axis >= ndim) throw new np.AxisError(axis, ndim);
  const at = axis < 0 ? axis + ndim : axis;
  const n = view.shape[at]!;
  // Once for each index, not once for each element that it picks.
  const positions = indices.map((index) => positionOf(index, n, at, mode));
  const shape = view.shape.with(at, indices.length);
  const data = new Float64Array(shape.reduce((a, b) => a * b, 1));
  const index = shape.map(() => 0);
  for (let k = 0; k < data.length; k++) {
    data[k] = view.data[offsetOf(view, index.with(at, positions[index[at]!]!))]!;
    for (let axis = ndim - 1; axis >= 0 && ++index[axis]! === shape[axis]; axis--) index[axis] = 0;
  }
  const strides = shape.map((_, k) => shape.slice(k + 1).reduce((a, b) => a * b, 1));
  return { data, shape, strides, offset: 0 };
}

function positionOf(index: number, n: number, axis: number, mode: Mode): number {
  if (n === 0) throw new np.IndexError("cannot do a non-empty take from an empty axes.");
  if (mode === "raise") {
    if (index < -n || index >= n)
      throw new np.IndexError(`index ${index} is out of bounds for axis ${axis} with size ${n}`);
    return index < 0 ? index + n : index;
  }
  // JS's % keeps the sign of the left side, so -4 % 3 is -1: one more turn makes it positive.
  return mode === "wrap"
    ? ((index % n) + n) % n
    : Math.min(Math.max(index < 0 ? index + n : index, 0), n - 1);
}
