/**
 * Find the coefficients that fit data best, and see why what is left over stands perpendicular.
 *
 * NumPy's name for this is `np.linalg.lstsq`.
 */
import * as np from "@deep-dive/ndarray";

/**
 * The x for which `|A x - b|²` is smallest. A has more rows (measurements) than columns (unknowns), and independent columns.
 *
 * The best A x is the foot of the perpendicular from b: what is left, r = b - A x, is perpendicular to every column of A, so Aᵀ r = 0.
 * That makes the normal equations AᵀA x = Aᵀb. They are right, and lose half of the digits when the columns are nearly alike. With Q R = A,
 * where Q has perpendicular columns of length 1 and R is upper triangular, x solves R x = Qᵀb, and the digits stay. The limit is set so.
 *
 * `np.linalg.qr(A)` gives { Q, R }. R x = c is solved from the last line up: that loop is yours (`np.linalg.solve` is not).
 *
 * @param a float64 of shape (m, n), m >= n >= 1, any layout
 * @param b float64 of shape (m,)
 * @returns float64 of shape (n,)
 * @throws {np.LinAlgError} when a column is a sum of others, so that a diagonal number of R is (nearly) 0, below 1e-12 times the largest:
 *   `columns are not independent`
 * @example the line through (0, 1), (1, 3), (2, 5): leastSquares([[1, 0], [1, 1], [1, 2]], [1, 3, 5]) // [1, 2]
 */
export function leastSquares(a: np.NDArray, b: np.NDArray): np.NDArray {
  // TODO: R x = Qᵀb. Which unknown does the last line of R give, all alone?
  throw new Error("not implemented");
}

/**
 * The coefficients c of the polynomial c[0] + c[1] t + … + c[degree] t^degree that fits the points best.
 *
 * @param t float64 of shape (m,)
 * @param y float64 of shape (m,)
 * @param degree from 0 up, less than m
 */
export function fitPolynomial(t: np.NDArray, y: np.NDArray, degree: number): np.NDArray {
  // TODO: a matrix with the columns 1, t, t², … is one broadcast power.
  throw new Error("not implemented");
}
