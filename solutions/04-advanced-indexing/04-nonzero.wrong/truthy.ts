// caught by: NaN is not zero, and -0 is
// JS takes NaN for false. NumPy asks whether it is 0.
/**
 * 4.04 From yes and no to positions, and back.
 *
 * In NumPy: `np.nonzero(a)`, and `a[np.nonzero(a)]`.
 */
import * as np from "@deep-dive/ndarray";
import { type View, offsetOf } from "../../02-indexing/01-offset-of.ts";

/**
 * Where the elements are that are not 0: one list of indices for each axis, all equally long, in row-by-row order.
 *
 * NaN is not 0; -0 is. Element k lies at [result[0][k], result[1][k], …].
 *
 * @throws {np.ValueError} for a 0-d view: "Calling nonzero on 0d arrays is not allowed. Use np.atleast_1d(scalar).nonzero() instead."
 * @example nonzero({ data: Float64Array.of(0, 5, 0, 7, 8, 0), shape: [2, 3], strides: [3, 1], offset: 0 }) // [[0, 1, 1], [1, 0, 1]]
 */
export function nonzero(view: View): number[][] {
  const ndim = view.shape.length;
  if (ndim === 0) {
    throw new np.ValueError(
      "Calling nonzero on 0d arrays is not allowed. Use np.atleast_1d(scalar).nonzero() instead.",
    );
  }
  const lists: number[][] = view.shape.map(() => []);
  const index = view.shape.map(() => 0);
  const size = view.shape.reduce((a, b) => a * b, 1);
  for (let n = 0; n < size; n++) {
    if (view.data[offsetOf(view, index)]) index.forEach((i, axis) => lists[axis]!.push(i));
    for (let axis = ndim - 1; axis >= 0 && ++index[axis]! === view.shape[axis]; axis--)
      index[axis] = 0;
  }
  return lists;
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
  const mask = new Uint8Array(shape.reduce((a, b) => a * b, 1));
  const hits = indices[0] ?? [];
  for (const k of hits.keys()) {
    // Horner: the place of [i, j, …] in rows that follow each other.
    mask[shape.reduce((place, n, axis) => place * n + indices[axis]![k]!, 0)] = 1;
  }
  return mask;
}
