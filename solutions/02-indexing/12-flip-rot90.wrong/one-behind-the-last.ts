// caught by: flip along axis 1 mirrors left and right
// The last of n is n - 1.
/**
 * 2.12 Mirrors and quarter turns of a picture, without moving a pixel.
 *
 * In NumPy: `np.flip(a, axis)` and `np.rot90(a, k)`.
 */
import * as np from "@deep-dive/ndarray";
import type { View } from "../01-offset-of.ts";

/**
 * The view with one axis reversed, or all axes where none is given. Nothing is copied.
 *
 * @throws {np.AxisError} where there is no such axis
 * @example flip({ data, shape: [2, 3], strides: [3, 1], offset: 0 }, 1) // strides [3, -1], offset 2
 */
export function flip(view: View, axis?: number): View {
  const ndim = view.shape.length;
  if (axis === undefined) return [...view.shape.keys()].reduce((v, k) => flip(v, k), view);
  if (axis < -ndim || axis >= ndim) throw new np.AxisError(axis, ndim);
  const at = axis < 0 ? axis + ndim : axis;
  const stride = view.strides[at]!;
  const last = view.shape[at]!;
  // In an empty view there is nothing to begin at, on any axis.
  const offset = view.shape.includes(0) ? view.offset : view.offset + last * stride;
  return { data: view.data, shape: view.shape, strides: view.strides.with(at, -stride), offset };
}

/**
 * The view turned by k quarter turns against the clock, in its first two axes. Negative k turns with the clock.
 *
 * @throws {np.ValueError} "rot90 needs two axes" for fewer
 * @example
 * // 1 2 3      3 6
 * // 4 5 6  ->  2 5    by one quarter turn
 * //            1 4
 */
export function rot90(view: View, k = 1): View {
  if (view.shape.length < 2) throw new np.ValueError("rot90 needs two axes");
  switch (((k % 4) + 4) % 4) {
    case 1:
      return transposed(flip(view, 1)); // the right column comes first, and becomes a row
    case 2:
      return flip(flip(view, 0), 1);
    case 3:
      return flip(transposed(view), 1);
    default:
      return view;
  }
}

/** The first two axes exchanged. */
function transposed(view: View): View {
  const swap = ([a, b, ...rest]: readonly number[]): number[] => [b!, a!, ...rest];
  return {
    data: view.data,
    shape: swap(view.shape),
    strides: swap(view.strides),
    offset: view.offset,
  };
}
