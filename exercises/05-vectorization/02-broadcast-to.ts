/**
 * Stretch an array to a larger shape without copying one element: the trick behind every broadcast.
 *
 * NumPy's name for this is `np.broadcast_to`.
 */
import * as np from "@deep-dive/ndarray";

/**
 * A read-only view of `a` in `shape`.
 *
 * An axis that is stretched from length 1 is walked by stride 0: every step lands on the same element again.
 * New axes come in front (shapes align at the right) and are stretched as well. Any axis of the same length keeps
 * its stride, whatever that is: `a` may be sliced, reversed, transposed, or broadcast already.
 *
 * The result is a view (it shares `a`'s memory) and must not be writeable: one write would change many cells.
 *
 * @param a any array of any dtype; a 0-d array fits every shape
 * @param shape the shape to stretch to; lengths of 0 are allowed where `a` has 0 or 1
 * @throws {np.ValueError} when `a` does not fit, also when `shape` has fewer axes than `a`, with NumPy's sentence:
 *   `operands could not be broadcast together with remapped shapes [original->remapped]: (3,) and requested shape (2,4)`
 *   (shapes as Python prints them: `()`, `(3,)`, `(2,4)`)
 * @example broadcastTo(np.asarray([1, 2, 3]), [2, 3]) // [[1, 2, 3], [1, 2, 3]], strides [0, 8]
 */
export function broadcastTo(a: np.NDArray, shape: readonly number[]): np.NDArray {
  // TODO: for each axis of `shape`, find the axis of `a` below it, counting from the right. What is its stride?
  throw new Error("not implemented");
}
