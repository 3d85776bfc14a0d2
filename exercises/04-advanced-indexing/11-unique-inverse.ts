/**
 * 4.11 Which values are there, where is each of them, and how often?
 *
 * In NumPy: `np.unique(a, return_inverse=True, return_counts=True)`.
 */

/** What is known of the values of an array. */
export interface Unique {
  /** Each value once, smallest first; NaN, if there is one, once, at the end. */
  readonly values: Float64Array;
  /** For each element of the input: where it is in `values`. */
  readonly inverse: Int32Array;
  /** How often each value occurs. */
  readonly counts: Int32Array;
}

/**
 * Sorted distinct values, with the way back and the counts.
 *
 * 0 and -0 are one value, all NaN are one value. The input is left as it was.
 *
 * @example unique(Float64Array.of(30, 10, 30)) // values [10, 30], inverse [1, 0, 1], counts [1, 2]
 */
export function unique(a: Float64Array): Unique {
  // TODO: sort first: equal values become neighbours. To find the way back, sort positions, not values.
  throw new Error("not implemented");
}
