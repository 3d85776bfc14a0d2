// caught by: there are as many as the mask has ones, in row-by-row order, in every layout
// Counts through the view's memory as if it were fresh.
/**
 * 4.03 A question asked of every element at once gives an array of answers; that array is an index.
 *
 * In NumPy: `a[mask]` and `a[mask] = value`.
 */
import * as np from "@deep-dive/ndarray";
import { type View, offsetOf } from "../../02-indexing/01-offset-of.ts";

/** Yes and no for each element: 1 and 0. */
export type Mask = View<Uint8Array>;

/**
 * The elements where `mask` is 1, row by row, as a fresh flat array.
 *
 * Mask and view have the same shape, but each may lie in memory in its own way.
 *
 * @throws {np.IndexError} "boolean index did not match indexed array along axis 1; size of axis is 3 but size of
 * corresponding boolean axis is 2", naming the first axis that differs;
 * "too many indices for array: array is 1-dimensional, but 2 were indexed", or the other way round, where
 * the number of axes differs
 * @example select({ data: Float64Array.of(5, 6, 7), … }, { data: Uint8Array.of(1, 0, 1), … }) // [5, 7]
 */
export function select(view: View, mask: Mask): Float64Array {
  return Float64Array.from(chosen(view, mask), (place) => view.data[place]!);
}

/**
 * Writes into `view` where `mask` is 1: one number everywhere, or the next of `values` each time, row by row.
 *
 * Elements where the mask is 0 keep their value. With a list of the wrong length nothing is written.
 *
 * @throws {np.IndexError} as above
 * @throws {np.ValueError} "NumPy boolean array indexing assignment cannot assign 2 input values to the 3 output
 * values where the mask is true". A list of one value does for all.
 */
export function assign(view: View, mask: Mask, values: number | readonly number[]): void {
  const places = chosen(view, mask);
  const list = typeof values === "number" ? [values] : values;
  if (list.length !== 1 && list.length !== places.length) {
    throw new np.ValueError(
      `NumPy boolean array indexing assignment cannot assign ${list.length} input values to the ${places.length} output values where the mask is true`,
    );
  }
  for (const [i, place] of places.entries())
    view.data[place] = list.length === 1 ? list[0]! : list[i]!;
}

/** Where the chosen elements lie in `view.data`, row by row. */
function chosen(view: View, mask: Mask): number[] {
  const [ndim, maskNdim] = [view.shape.length, mask.shape.length];
  if (ndim !== maskNdim) {
    throw new np.IndexError(
      `too many indices for array: array is ${ndim}-dimensional, but ${maskNdim} were indexed`,
    );
  }
  for (const [axis, n] of view.shape.entries()) {
    if (mask.shape[axis] !== n) {
      throw new np.IndexError(
        `boolean index did not match indexed array along axis ${axis}; size of axis is ${n} but size of corresponding boolean axis is ${mask.shape[axis]}`,
      );
    }
  }
  const places: number[] = [];
  const index = view.shape.map(() => 0);
  const size = view.shape.reduce((a, b) => a * b, 1);
  for (let n = 0; n < size; n++) {
    // One index, two memories: each has its own strides.
    if (mask.data[offsetOf(mask, index)] === 1) places.push(view.offset + n);
    for (let axis = ndim - 1; axis >= 0 && ++index[axis]! === view.shape[axis]; axis--)
      index[axis] = 0;
  }
  return places;
}
