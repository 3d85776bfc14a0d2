/**
 * The variance and the maximum of every window of a signal, in time that does not depend on the window.
 *
 * pandas' names for these are `rolling(w).var(ddof=0)` and `rolling(w).max()`.
 */

/**
 * The variance (ddof 0) of each window of `w` neighbours: result i is that of x[i], …, x[i + w - 1].
 *
 * A window and the next share all numbers but one. Keep the mean and the sum of squared distances from it, and find out
 * what replacing one number does to both: for old → new, with d = new - old,
 *
 *     mean' = mean + d / w        squares' = squares + d * (new - mean' + old - mean)
 *
 * Rounding may leave `squares` a hair below 0 where all numbers are the same: a variance is never negative.
 * The limit: reads and writes grow as n, though w is n / 4.
 *
 * @param x finite numbers
 * @param w from 1 up
 * @returns a fresh Float64Array of x.length - w + 1 numbers; empty where the window is longer than the signal
 */
export function rollingVariance(x: Float64Array, w: number): Float64Array {
  // TODO: the first window by its definition; then one replacement for each of the others.
  throw new Error("not implemented");
}

/**
 * The largest number of each window of `w` neighbours.
 *
 * A maximum cannot be taken back when it leaves. But a number that has a larger one behind it, in the same window, will never
 * be the largest again: forget it. What remains is a falling row of candidates; the first one is the maximum. A new number
 * throws out all smaller ones at the end; the first one goes when the window has passed it. Each number comes and goes once.
 * The limit: 20 reads and writes for each number, with w = 60.
 *
 * @param x numbers without nan
 * @param w from 1 up
 * @returns a fresh Float64Array of x.length - w + 1 numbers
 */
export function rollingMax(x: Float64Array, w: number): Float64Array {
  // TODO: keep the places of the candidates in an Int32Array, with two counters for where they begin and end.
  throw new Error("not implemented");
}
