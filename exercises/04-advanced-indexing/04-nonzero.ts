/**
 * 4.04 From yes and no to positions, and back.
 *
 * In NumPy: `np.nonzero(a)`, and `a[np.nonzero(a)]`.
 */
import * as np from "@deep-dive/ndarray";
import type { View } from "../02-indexing/01-offset-of.ts";

/**
 * Where the elements are that are not 0: one list of indices for each axis, all equally long, in row-by-row order.
 *
 * NaN is not 0; -0 is. Element k lies at [result[0][k], result[1][k], …].
 *
 * @throws {np.ValueError} for a 0-d view: "Calling nonzero on 0d arrays is not allowed. Use np.atleast_1d(scalar).nonzero() instead."
 * @example nonzero({ data: Float64Array.of(0, 5, 0, 7, 8, 0), shape: [2, 3], strides: [3, 1], offset: 0 }) // [[0, 1, 1], [1, 0, 1]]
 */
export function nonzero(view: View): number[][] {
  // TODO: make one empty list for each axis. Walk row by row; at each hit, every list gets its part of the index.
  throw new Error("not implemented");
}

/**
 * The mask of that shape that is 1 at these positions and 0 elsewhere: the way back. Row by row, as flat data.
 *
 * @example maskAt([[0, 1, 1], [1, 0, 1]], [2, 3]) // Uint8Array [0, 1, 0, 1, 1, 0]
 */
export function maskAt(
  indices: readonly (readonly number[])[],
  shape: readonly number[],
): Uint8Array {
  // TODO: where does [i, j] lie in a fresh table?
  throw new Error("not implemented");
}
