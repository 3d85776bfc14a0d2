/**
 * Merge the axes of an operation, so that its inner loop is as long as it can be.
 *
 * NumPy's iterator does this to every operation; it has no public name.
 */

/** What the loops have to know: lengths, and for each operand its strides in elements. */
export interface Walk {
  /** Lengths of the axes. */
  readonly shape: readonly number[];
  /** One list for each operand, as long as `shape`. */
  readonly strides: readonly (readonly number[])[];
}

/**
 * The same walk with the fewest axes.
 *
 * A loop over shape (1000, 3) runs its inner loop 1000 times for 3 elements each, and starting a loop costs more than three
 * additions. But if the rows lie side by side, in all operands, then (1000, 3) is one axis of 3000.
 *
 * - Axes of length 1 are dropped: nobody walks along them, whatever their strides.
 * - Neighbouring axes k and k + 1 become one, of length shape[k] * shape[k + 1], if for EVERY operand
 *   stride[k] === shape[k + 1] * stride[k + 1]: at the end of the inner axis the next step arrives at the next row.
 *   The stride of the merged axis is the inner one.
 * - The order of the axes stays, and so does the order in which elements are visited.
 * - A walk over nothing (a length 0) becomes shape [0] with strides 0. A walk over one element has no axes.
 *
 * @param walk any walk; strides may be 0 or negative
 * @returns a new walk that visits the same places in the same order
 * @example coalesce({ shape: [1000, 3], strides: [[3, 1]] }) // { shape: [3000], strides: [[1]] }
 */
export function coalesce(walk: Walk): Walk {
  // TODO: go from the first axis to the last, and try to merge each with the one you kept last.
  throw new Error("not implemented");
}
