/**
 * Average every window of a signal in time that does not depend on the window.
 *
 * With NumPy: `np.convolve(x, np.ones(w) / w, "valid")`, which takes n · w steps, or two cumulative sums, which lose digits.
 */

/**
 * The mean of each window of `w` neighbours: `result[i] = mean(x[i], …, x[i + w - 1])`.
 *
 * `12-moving-average.naive.ts` adds up each window anew. But two neighbouring windows share all numbers but one: add what
 * enters, subtract what leaves. Three limits:
 *
 * - growth: reads and writes grow as n, whatever the window (w is n / 4 there);
 * - touches: at most 8 for each number of the signal;
 * - error: a spike of a billion passes by, and the windows behind it must be right to twelve digits again. A plain running sum
 *   keeps what it lost when the spike entered. Carry the lost digits along (Kahan), or never subtract at all.
 *
 * @param x the signal
 * @param w the window, from 1 up
 * @returns a fresh Float64Array of x.length - w + 1 means; empty where the window is longer than the signal
 * @example movingAverage(Float64Array.of(1, 3, 5, 7), 2) // [2, 4, 6]
 */
export function movingAverage(x: Float64Array, w: number): Float64Array {
  // TODO: sum the first window; then one step for each window behind it. What does sum + next forget when next is huge?
  throw new Error("not implemented");
}
