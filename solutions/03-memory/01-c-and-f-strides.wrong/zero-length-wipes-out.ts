// caught by: an axis of length 0 counts as length 1
// One empty axis, and all strides further out are 0.
/**
 * 3.01 Bytes at last: how far apart the neighbours of a fresh array lie, row by row or column by column.
 *
 * In NumPy: `np.empty(shape, dtype, order="C").strides`, or "F". From here on strides count bytes.
 */

/** "C": the last axis runs fastest, row by row. "F", for Fortran: the first axis does, column by column. */
export type Order = "C" | "F";

/**
 * The byte strides of a fresh array that wastes no byte: for each axis, the bytes from one index to the next.
 *
 * The fastest axis has the stride `itemsize`. An axis of length 1 gets the stride that its place asks for, though
 * nobody ever steps along it. An axis of length 0 counts as length 1, so that no stride becomes 0.
 * A 0-d array has no strides.
 *
 * @example stridesFor([2, 3], 8, "C") // [24, 8]: next row 3 * 8 bytes on
 * @example stridesFor([2, 3], 8, "F") // [8, 16]: next column 2 * 8 bytes on
 * @example stridesFor([4, 1, 5], 2, "C") // [10, 10, 2]
 */
export function stridesFor(shape: readonly number[], itemsize: number, order: Order): number[] {
  const strides = [...shape]; // as many, each written below
  const axes = [...shape.keys()];
  let bytes = itemsize; // what one step along the current axis must pass
  for (const axis of order === "C" ? axes.toReversed() : axes) {
    strides[axis] = bytes;
    bytes *= shape[axis]!; // an empty axis must not wipe out the strides further out
  }
  return strides;
}
