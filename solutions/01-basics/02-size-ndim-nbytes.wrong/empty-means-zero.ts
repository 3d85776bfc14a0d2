// caught by: a 0-d array has no axis and one element
// "No axes, so no elements": but a single number is an element.
/**
 * 1.02 Three facts about any array, from its shape and its dtype alone: no element is looked at.
 *
 * In NumPy: `a.ndim`, `a.size`, `a.nbytes`.
 */
import * as np from "@deep-dive/ndarray";

/**
 * How many axes an array of this shape has.
 *
 * @example ndim([2, 3]) // 2
 * @example ndim([]) // 0: a single number
 */
export function ndim(shape: readonly number[]): number {
  return shape.length;
}

/**
 * How many elements an array of this shape has.
 *
 * A 0-d array has one element. An axis of length 0 leaves none, however long the others are.
 *
 * @example size([2, 3]) // 6
 * @example size([]) // 1
 * @example size([5, 0, 7]) // 0
 */
export function size(shape: readonly number[]): number {
  if (shape.length === 0) return 0;
  let product = 1;
  for (const length of shape) product *= length;
  return product;
}

/**
 * How many bytes the elements take: `size` times the bytes of one element.
 *
 * `np.dtype("int16").itemsize` knows the bytes of one element, for every dtype.
 *
 * @example nbytes([2, 3], "float64") // 48
 * @example nbytes([2, 3], "int16") // 12
 */
export function nbytes(shape: readonly number[], dtype: np.DTypeName): number {
  return size(shape) * np.dtype(dtype).itemsize;
}
