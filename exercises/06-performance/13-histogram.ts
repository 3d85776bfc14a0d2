/**
 * Count how many numbers fall into each of k bins, looking at each number once.
 *
 * NumPy's name for this is `np.histogram(x, bins=k, range=(low, high))`.
 */

/**
 * Counts for `k` bins of equal width from `low` to `high`.
 *
 * Bin j holds low + j·width <= v < low + (j + 1)·width; the last one includes `high`. Numbers outside, and nan, are not counted.
 *
 * `13-histogram.naive.ts` goes through all numbers once for each bin. A number knows its bin, though: (v - low) / width,
 * rounded down. The limits: five reads and writes for each number (of 1000, in 64 bins), and growth as n when there are as
 * many bins as numbers.
 *
 * @param x any numbers
 * @param k how many bins, from 1 up
 * @param low where the first bin begins; finite
 * @param high where the last bin ends; finite, above `low`. In the tests the width is a power of two, so no rounding blurs the edges
 * @returns a fresh Int32Array of k counts
 * @example histogram(Float64Array.of(0, 1, 1, 3, 4), 2, 0, 4) // [3, 2]
 */
export function histogram(x: Float64Array, k: number, low: number, high: number): Int32Array {
  // TODO: make the counts; then one loop over x. Which number would land in bin k?
  throw new Error("not implemented");
}
