/**
 * Add up many numbers so that the rounding errors stay small.
 *
 * NumPy's name for this is `np.sum`, which has added in pairs since version 1.9.
 */

/**
 * The sum of `x`, with an error that grows as log n, not as n.
 *
 * Every addition rounds. In a running sum a small number is added to a large one, over and over, and loses its last
 * digits each time: 1 followed by a million times 1e-16 sums to 1. Add in pairs instead, like a knock-out tournament: halves,
 * quarters, eighths… Numbers of about the same size meet, and each takes part in only log2(n) roundings.
 *
 * Splitting down to single numbers would be slow. NumPy stops at blocks of 128 and adds those in a simple loop.
 *
 * @param x any numbers, any length; a copy is not needed: `x.subarray(from, to)` is a view, as are from and to as arguments
 * @returns their sum; 0 for none; nan and infinity behave as in any sum
 * @example pairwiseSum(Float64Array.of(1, 2, 3)) // 6
 */
export function pairwiseSum(x: Float64Array): number {
  // TODO: a short array is added in a loop. A long one is the sum of two halves.
  throw new Error("not implemented");
}
