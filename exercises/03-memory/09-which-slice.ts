/**
 * 3.09 You get an array and a view of it. Which slices made the view? Strides and offset remember.
 *
 * After the exercise in chapter 3 of "From Python to NumPy".
 */
import * as np from "@deep-dive/ndarray";
import type { SliceParts } from "../02-indexing/03-slice-indices.ts";

/**
 * Slices, one for each axis, so that `base` cut by them shows the same elements in the same order as `view`.
 *
 * `base` is a fresh array in order C, without an axis of length 0; `view` was made from it by one slice for each
 * axis, and so has as many axes. Steps may be negative. For a view without elements any slices do that give its shape.
 *
 * Of an axis of length 1 any step will do.
 *
 * @example const a = np.arange(10); whichSlice(a, a.get("1:8:3")) // [[1, 10, 3]], or [[1, 8, 3]]: both pick 1, 4, 7
 */
export function whichSlice(base: np.NDArray, view: np.NDArray): SliceParts[] {
  // TODO: the steps first: how do the two strides of an axis compare? Then take the offset apart into one start per axis.
  throw new Error("not implemented");
}
