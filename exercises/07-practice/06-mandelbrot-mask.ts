/**
 * Draw the Mandelbrot set, working only on the points that are still in play.
 *
 * The means are NumPy's boolean masks: `z = z[alive]` after each step. There is no single NumPy function for it.
 */
import * as np from "@deep-dive/ndarray";

/**
 * For each point c = re + i·im: how many steps of z ← z² + c, beginning at z = 0, leave |z| <= 2.
 *
 * Each step, for all points at once:
 *
 *     re' = zr² - zi² + cr        im' = 2·zr·zi + ci        escaped where re'² + im'² > 4
 *
 * A point that escapes in its first step has count 0, in its second count 1; one that never does has count `steps`.
 * Most points escape soon. To carry them along would cost the full grid in every step, and their numbers would
 * overflow to infinity and nan. So keep the points in play in 1-d arrays, with the place each came from, and
 * shrink these arrays whenever points have left. The number of elements read and written is limited.
 *
 * @param re float64, the real parts, any shape and layout
 * @param im float64 of the same shape, the imaginary parts
 * @param steps how many steps at most, from 0 up
 * @returns int32 of the same shape: the counts
 * @example mandelbrot(np.asarray([0, 2.5, 1]), np.zeros([3]), 10) // [10, 0, 2]
 */
export function mandelbrot(re: np.NDArray, im: np.NDArray, steps: number): np.NDArray {
  // TODO: start with 1-d arrays cr, ci, zr, zi and place = np.arange(re.size); write a count when a point leaves.
  throw new Error("not implemented");
}
