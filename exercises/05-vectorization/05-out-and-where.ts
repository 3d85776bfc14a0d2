/**
 * Add into an array that exists already, and only where a mask allows it.
 *
 * NumPy's name for this is `np.add(a, b, out=out, where=mask)`.
 */
import * as np from "@deep-dive/ndarray";
import { broadcastTo } from "./02-broadcast-to.ts";

/**
 * Writes `a + b` into `out` wherever `mask` is true; returns `out` itself.
 *
 * - `a`, `b` and `mask` are stretched to `out`'s shape. `out` never stretches: it says where the result goes.
 * - Where `mask` is false, `out` keeps what it had.
 * - `out` may share memory with `a` or `b`, shifted, reversed, transposed: the result is as if `a` and `b` had been
 *   copied before the first write. (Not `mask`: it shares no memory with `out`.)
 * - No array is made, unless an operand really has to be copied first. An operand that is the very same view as `out`
 *   does not: each element is read before it is written.
 *
 * @param a float64, any layout
 * @param b float64, any layout
 * @param out float64, writeable
 * @param mask bool; true for all where it is a 0-d true
 * @throws {np.ValueError} when a, b or mask do not fit out's shape
 * @example out = [9, 9]: addInto([1, 2], [10, 10], out, [true, false]) leaves [11, 9]
 */
export function addInto(
  a: np.NDArray,
  b: np.NDArray,
  out: np.NDArray,
  mask: np.NDArray,
): np.NDArray {
  // TODO: when does writing to out change an element of a that has not been read yet? np.shares_memory may help.
  throw new Error("not implemented");
}
