/**
 * 3.03 Do the elements lie next to each other? Then one fast loop does instead of nested ones.
 *
 * In NumPy: `a.flags.c_contiguous` and `a.flags.f_contiguous`.
 */

/** What the flags follow from. Every NDArray has these three, too. Strides count bytes. */
export interface Strided {
  /** Lengths of the axes. */
  readonly shape: readonly number[];
  /** For each axis: bytes from one index to the next. May be negative, may be 0. */
  readonly strides: readonly number[];
  /** Bytes of one element. */
  readonly itemsize: number;
}

/**
 * Whether reading row by row (the last index runs fastest) meets each next element `itemsize` bytes on.
 *
 * Axes of length 1 may have any stride: nobody steps along them. An array with one element or none is contiguous.
 *
 * @example isC({ shape: [2, 3], strides: [24, 8], itemsize: 8 }) // true
 * @example isC({ shape: [2, 3], strides: [48, 8], itemsize: 8 }) // false: a gap behind each row
 * @example isC({ shape: [1, 3], strides: [999, 8], itemsize: 8 }) // true
 */
export function isC(a: Strided): boolean {
  if (a.shape.includes(0)) return true; // nothing lies anywhere
  let expected = a.itemsize;
  for (let axis = a.shape.length - 1; axis >= 0; axis--) {
    const length = a.shape[axis]!;
    if (length === 1) continue; // nobody steps here
    if (a.strides[axis] !== expected) return false;
    expected *= length;
  }
  return true;
}

/**
 * The same, reading column by column: the first index runs fastest.
 *
 * @example isF({ shape: [2, 3], strides: [8, 16], itemsize: 8 }) // true
 */
export function isF(a: Strided): boolean {
  return isC({
    shape: a.shape.toReversed(),
    strides: a.strides.toReversed(),
    itemsize: a.itemsize,
  });
}
