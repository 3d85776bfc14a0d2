/**
 * 2.11 Other axes for the same elements in the same order; a copy only where the strides leave no other way.
 *
 * In NumPy: `a.reshape(2, -1)`.
 */
import * as np from "@deep-dive/ndarray";
import type { View } from "./01-offset-of.ts";

/**
 * The elements of `view`, read row by row, as an array of another shape.
 *
 * One length may be -1: it is what the others leave over. If some strides show the elements in the new shape
 * where they lie, the result is such a view, with the same `data`; else it is a fresh copy, row by row.
 * Views without elements need no copy.
 *
 * @throws {np.ValueError} "cannot reshape array of size 6 into shape (4,)", with the shape as it was asked for
 * @throws {np.ValueError} "can only specify one unknown dimension"
 * @example
 * const a = { data, shape: [2, 6], strides: [6, 1], offset: 0 };
 * reshape(a, [3, -1]); // shape [3, 4], strides [4, 1]: a view
 * const t = { data, shape: [6, 2], strides: [1, 6], offset: 0 };
 * reshape(t, [12]); // a copy: no single stride walks through columns row by row
 */
export function reshape(view: View, shape: readonly number[]): View {
  // TODO: 1. replace -1. 2. call viewStrides: if it finds strides, you are done. 3. else copy, row by row.
  throw new Error("not implemented");
}

/**
 * Strides that show the elements of `view`, in row-by-row order, in `shape`, or null if there are none.
 *
 * Walk through both shapes from the left. Gather axes of the old one and of the new one until both groups
 * hold equally many elements. The old axes of a group must follow each other without a gap, as if they were
 * one long axis (strides[k] === shape[k + 1] * strides[k + 1]); then the new ones can cut that long axis anew.
 * Old axes of length 1 play no part.
 *
 * @example viewStrides({ data, shape: [2, 6], strides: [6, 1], offset: 0 }, [3, 4]) // [4, 1]
 * @example viewStrides({ data, shape: [6, 2], strides: [1, 6], offset: 0 }, [12]) // null
 */
export function viewStrides(view: View, shape: readonly number[]): number[] | null {
  // TODO: begin with the whole thing as one group; it works for fresh arrays. Then find smaller groups.
  throw new Error("not implemented");
}
