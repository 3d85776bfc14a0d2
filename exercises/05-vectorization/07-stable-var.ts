/**
 * Compute a variance that keeps its digits when the numbers are large and their differences small.
 *
 * NumPy's name for this is `np.var(a, ddof=...)`.
 */

/**
 * The variance: the mean of the squared distances from the mean, `Σ (x - mean)² / (n - ddof)`.
 *
 * Every book also gives `mean(x²) - mean(x)²`. On paper it is the same. In float64 it is a difference of two huge, nearly
 * equal numbers whenever the mean is large: for temperatures in millikelvin or timestamps, no digit of it is right, and it
 * may come out negative. A variance does not change when all numbers are shifted; the error here is limited for numbers
 * shifted by a hundred million.
 *
 * @param x any numbers
 * @param ddof "delta degrees of freedom": 0 for the variance of these numbers, 1 for an estimate from a sample
 * @returns 0 for a single number with ddof 0; nan where nothing is left to divide by (n <= ddof), also for no numbers
 * @example variance(Float64Array.of(1, 3), 0) // 1
 */
export function variance(x: Float64Array, ddof: number): number {
  // TODO: the mean first. Then what, so that no large number is ever squared?
  throw new Error("not implemented");
}
