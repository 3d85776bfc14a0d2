/**
 * Evaluate a formula over whole arrays without making a single new one.
 *
 * NumPy's name for the means is `out=`. The exercise is number 35 of "100 NumPy exercises".
 */
import * as np from "@deep-dive/ndarray";

/**
 * Overwrites `a` with `(a + b) * (-a / 2)`.
 *
 * Written as `np.multiply(np.add(a, b), np.divide(np.negative(a), 2))` this makes four arrays, to keep one. Each has
 * to be found in memory, filled, and given back; for large arrays that costs more than the arithmetic. Every ufunc
 * takes `{ out }`, an array to write into, which may be one of its inputs.
 *
 * `a` and `b` are both yours to write to: at the end `a` holds the result, and of `b` nothing is promised. So `b` is
 * the scratch space. Mind the order: once `b` holds `a + b`, `a` may be changed.
 *
 * @param a float64 of any shape and any writeable layout; becomes the result
 * @param b float64 of the same shape, sharing no memory with `a`; becomes scratch
 * @returns nothing
 * @example a = [2, 4], b = [1, 1]: combineInPlace(a, b) makes a [-3, -10]
 */
export function combineInPlace(a: np.NDArray, b: np.NDArray): void {
  // TODO: put the sum where it does no harm: np.add(a, b, { out: ? })
  throw new Error("not implemented");
}
