/**
 * 1.01 What an array is made of: one flat row of numbers, and a shape that says how to fold it.
 *
 * In NumPy: `np.array([[1, 2], [3, 4]])` and `a.tolist()`.
 */
import * as np from "@deep-dive/ndarray";

/** A number, or a list of such; every list of one level has the same length. */
export type Nested = number | readonly Nested[];

/** The numbers row by row, the last axis running fastest, and the lengths of the axes. */
export interface Flat {
  /** The numbers, row by row. */
  readonly data: Float64Array;
  /** Lengths of the axes. */
  readonly shape: readonly number[];
}

/**
 * Nested lists as flat data and a shape.
 *
 * A plain number has the shape []. `[]` has the shape [0], and `[[], []]` has [2, 0].
 *
 * @throws {np.ValueError} where lists of one level differ in length, or a number stands beside a list:
 * "The requested array has an inhomogeneous shape"
 * @example fromNested([[1, 2, 3], [4, 5, 6]]) // { data: Float64Array [1, 2, 3, 4, 5, 6], shape: [2, 3] }
 */
export function fromNested(nested: Nested): Flat {
  // TODO: find the shape first, by looking into the first item, and into its first item, …
  throw new Error("not implemented");
}

/**
 * Flat data as nested lists, the way back. Shape [] gives the plain number.
 *
 * @example toNested({ data: Float64Array.of(1, 2, 3, 4), shape: [2, 2] }) // [[1, 2], [3, 4]]
 */
export function toNested(flat: Flat): Nested {
  // TODO: what is one row of a table? Cut the data into shape[0] equal parts.
  throw new Error("not implemented");
}
