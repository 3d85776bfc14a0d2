/**
 * 2.12 Mirrors and quarter turns of a picture, without moving a pixel.
 *
 * In NumPy: `np.flip(a, axis)` and `np.rot90(a, k)`.
 */
import * as np from "@deep-dive/ndarray";
import type { View } from "./01-offset-of.ts";

/**
 * The view with one axis reversed, or all axes where none is given. Nothing is copied.
 *
 * @throws {np.AxisError} where there is no such axis
 * @example flip({ data, shape: [2, 3], strides: [3, 1], offset: 0 }, 1) // strides [3, -1], offset 2
 */
export function flip(view: View, axis?: number): View {
  // TODO: where does the reversed axis begin, and which way does it go? An axis of length 0 has no last element.
  throw new Error("not implemented");
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
  // TODO: draw it on paper. A quarter turn is a transpose and a flip; of which axis?
  throw new Error("not implemented");
}
