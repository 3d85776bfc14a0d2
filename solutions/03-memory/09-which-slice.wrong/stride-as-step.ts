// caught by: 1:8:3 of ten is found again
// A stride counts bytes of memory, a step counts elements of the base.
/**
 * 3.09 You get an array and a view of it. Which slices made the view? Strides and offset remember.
 *
 * After the exercise in chapter 3 of "From Python to NumPy".
 */
import type * as np from "@deep-dive/ndarray";
import type { SliceParts } from "../../02-indexing/03-slice-indices.ts";

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
  if (view.size === 0) return view.shape.map((length): SliceParts => [0, length, 1]);
  const found: SliceParts[] = [];
  let bytes = view.offset; // Σ start * stride of the base, which begins at 0
  for (const [axis, stride] of base.strides.entries()) {
    // Largest stride first: what lies further in makes less than one step of it.
    const start = Math.floor(bytes / stride);
    bytes -= start * stride;
    const length = view.shape[axis]!;
    const step = view.strides[axis]! / base.itemsize / (axis === 0 ? 2 : 1);
    const stop = start + length * step;
    found.push([start, stop < 0 ? null : stop, step]); // -1 would be the last element
  }
  return found;
}
