/**
 * Find the one shape that several arrays grow to when they meet in an operation.
 *
 * NumPy's name for this is `np.broadcast_shapes`. It is the first thing every `a + b` works out.
 */
import * as np from "@deep-dive/ndarray";

/**
 * The shape that all `shapes` broadcast to.
 *
 * Write the shapes under each other, aligned at the RIGHT. Then go column by column:
 *
 *     (8, 1, 6, 1)
 *        (7, 1, 5)
 *     ------------
 *     (8, 7, 6, 5)
 *
 * - A column in which all lengths are the same has that length.
 * - A length 1 stretches to whatever the others say: also to 0.
 * - A shape that is too short counts as having 1 there.
 * - No shapes at all give `[]`; so does `[[]]`, the shape of one 0-d array.
 *
 * @param shapes any number of shapes; each is a list of lengths from 0 up
 * @throws {np.ValueError} when two lengths in one column differ and neither is 1. The axis counts from the right,
 *   and the lengths stand in the order of `shapes`; of several bad columns the rightmost is named:
 *   `cannot broadcast: axis -2 has lengths 3 and 4`
 * @example broadcastShapes([[3, 1], [4]]) // [3, 4]
 */
export function broadcastShapes(shapes: readonly (readonly number[])[]): number[] {
  // TODO: find the largest ndim, so that you know how many columns there are.
  throw new Error("not implemented");
}
