/**
 * Do three operations in one pass: read each number once, write each result once.
 *
 * NumPy has no name for it: it always makes one pass an operation. Compilers such as Numba's call it fusion.
 */

/**
 * Weighted squared differences: `(a - b)² * w`, element by element.
 *
 * `07-fuse-loops.naive.ts` does as `np.multiply(np.square(np.subtract(a, b)), w)` would: three loops and two arrays that
 * are written only to be read once. Together they read and write 8 n numbers. The work itself needs four for each
 * element: three in, one out. For large arrays memory is what you wait for, so this is twice as fast.
 *
 * The limit is 4 n reads and writes together. Mind that every `a[i]` in your text is a read.
 *
 * @param a n numbers
 * @param b n numbers
 * @param w n numbers
 * @returns a fresh Float64Array of n numbers
 * @example weightedSquares(Float64Array.of(3), Float64Array.of(1), Float64Array.of(10)) // [40]
 */
export function weightedSquares(a: Float64Array, b: Float64Array, w: Float64Array): Float64Array {
  // TODO: one loop. What has to be kept between the subtraction and the square, and where?
  throw new Error("not implemented");
}
