/**
 * 4.06 Lists and slices in one index: where does the axis of the lists land in the result?
 *
 * In NumPy: `a[[0, 1], :, [2, 0]]`, the most surprising rule of all, and a short one.
 */
import * as np from "@deep-dive/ndarray";
import type { View } from "../02-indexing/01-offset-of.ts";

/** One part for each axis: the whole axis, one position, or a list of positions. */
export type Part = ":" | number | readonly number[];

/**
 * Your answers, by card: `a` has the shape (2, 3, 4, 5). Which shape has the result? A list, such as [2, 3].
 */
export const answers: Record<string, readonly number[] | "?"> = {
  "a[:, :, :, [4, 0]]": "?",
  "a[:, [0, 1], [3, 3], :]": "?",
  "a[:, [0, 1, 2], :, [4, 0, 1]]": "?",
  "a[:, [0, 1, 2], :, 4]": "?",
  "a[:, :, [0, 3, 3], 1]": "?",
  "a[:, 0, :, 1]": "?",
  "a[:, [0], [1, 2, 3], :]": "?",
};

/**
 * The elements that `parts` pick, as a fresh array, row by row.
 *
 * With no list among the parts, numbers just drop their axes. With a list, numbers count as lists as well, and
 * all lists walk together: element k takes position k of each. A list of length 1, or a number, stays
 * where it is while the others walk. So the lists make one axis:
 * - it stands where the lists are, if they are adjacent (no ":" between two of them);
 * - it comes first, if a ":" separates them.
 *
 * @throws {np.IndexError} "shape mismatch: indexing arrays could not be broadcast together with shapes (2,) (3,)"
 * @throws {np.IndexError} "index 5 is out of bounds for axis 0 with size 3"; negative positions count from the end
 * @example mixedIndex(a, [":", [0, 1], [2, 0]]).shape // [a.shape[0], 2]
 * @example mixedIndex(a, [[0, 1], ":", [2, 0]]).shape // [2, a.shape[1]]
 */
export function mixedIndex(view: View, parts: readonly Part[]): View {
  // TODO: answer the cards first. Then: which axes have lists, how long do they walk, and are they adjacent?
  throw new Error("not implemented");
}
