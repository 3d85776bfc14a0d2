/**
 * 4.07 The opposite of take: write values to many places, named by a list.
 *
 * In NumPy: `np.put(a, indices, values)`.
 */
import * as np from "@deep-dive/ndarray";
import type { View } from "../02-indexing/01-offset-of.ts";

/**
 * Writes `values[k]` to the element number `indices[k]` of `view`, where its elements are numbered row by row.
 *
 * The numbers count the view's elements, not places of its memory. Negative ones count from the end.
 * Fewer values than indices are repeated from the start; without values nothing is written.
 * Where an index comes twice, the last write stays.
 *
 * @throws {np.IndexError} "index 12 is out of bounds for axis 0 with size 12", before anything is written
 * @example put(a, [0, -1], [7]) // the first and the last element become 7
 */
export function put(view: View, indices: readonly number[], values: readonly number[]): void {
  // TODO: from an element's number to its index along each axis: quotient and remainder, the last axis first.
  throw new Error("not implemented");
}
