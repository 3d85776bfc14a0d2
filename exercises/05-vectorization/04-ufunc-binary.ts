/**
 * Add two arrays of different shapes and dtypes: broadcasting and promotion, put together.
 *
 * NumPy's name for this is `np.add`, or `a + b`.
 */
import * as np from "@deep-dive/ndarray";
import { broadcastShapes } from "./01-broadcast-shapes.ts";
import { broadcastTo } from "./02-broadcast-to.ts";

/**
 * `a + b`, element by element.
 *
 * - The shape is the one both broadcast to (5.01); each is stretched to it without a copy (5.02).
 * - The dtype is `np.promote_types(a.dtype, b.dtype)` (1.10). The result is the only array made, and lies in C order.
 * - Integers wrap as their dtype says: in uint8, 200 + 100 is 44. Typed arrays do that by themselves when you assign.
 * - Booleans are no numbers: true + true is true. Mind that `item` gives `true`, and `data` of a bool array is a
 *   Uint8Array that must hold nothing but 0 and 1.
 *
 * @param a of dtype bool, int8, int16, int32, uint8, uint16, float32 or float64; any shape and layout
 * @param b the same
 * @throws {np.ValueError} when the shapes do not fit, with the sentence of 5.01
 * @example add(np.asarray([[1], [2]]), np.asarray([10, 20])) // [[11, 21], [12, 22]]
 */
export function add(a: np.NDArray, b: np.NDArray): np.NDArray {
  // TODO: the shape, then two views of that shape, then a result of the promoted dtype.
  throw new Error("not implemented");
}
