/**
 * 4.05 These rows and those columns, every one with every other: a mesh, not a walk.
 *
 * In NumPy: `a[np.ix_(rows, columns)]`, or `a[rows[:, None], columns]`.
 */
import * as np from "@deep-dive/ndarray";
import type { View } from "../02-indexing/01-offset-of.ts";

/** Positions with a shape: what an index array is. Row by row. */
export interface IndexArray {
  /** The positions, row by row. */
  readonly data: readonly number[];
  /** Lengths of the axes. */
  readonly shape: readonly number[];
}

/**
 * The lists as an open mesh: list k keeps its length on axis k, and has length 1 on all others.
 *
 * Broadcast together (topic 5) they name every combination.
 *
 * @example ix([[0, 2], [1, 3, 5]]) // shapes [2, 1] and [1, 3]
 */
export function ix(lists: readonly (readonly number[])[]): IndexArray[] {
  // TODO: the data is the list itself. Only the shape is new.
  throw new Error("not implemented");
}

/**
 * The elements at every combination of positions, one list for each axis: result [i, j] is view [lists[0][i], lists[1][j]].
 *
 * Negative positions count from the end. The result is a fresh array, row by row.
 *
 * @throws {np.IndexError} "index 5 is out of bounds for axis 0 with size 3"
 * @throws {np.IndexError} "too many indices for array: array is 1-dimensional, but 2 were indexed"; with fewer lists
 * than axes, the axes behind are whole
 */
export function outerIndex(view: View, lists: readonly (readonly number[])[]): View {
  // TODO: settle the positions of every axis first, then combine them.
  throw new Error("not implemented");
}
