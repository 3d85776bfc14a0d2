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
  const size = view.shape.reduce((a, b) => a * b, 1);
  const places = indices.map((i) => {
    if (i < -size || i >= size)
      throw new np.IndexError(`index ${i} is out of bounds for axis 0 with size ${size}`);
    return placeOf(view, i < 0 ? i + size : i);
  });
  if (values.length === 0) return;
  for (const [k, place] of places.entries()) view.data[place] = values[k % values.length]!;
}

/** Where element number n lies: its index along each axis comes off like digits, the last axis first. */
function placeOf(view: View, n: number): number {
  let place = view.offset;
  let rest = n;
  for (let axis = view.shape.length - 1; axis >= 0; axis--) {
    const length = view.shape[axis]!;
    place += (rest % length) * view.strides[axis]!;
    rest = Math.floor(rest / length);
  }
  return place;
}
