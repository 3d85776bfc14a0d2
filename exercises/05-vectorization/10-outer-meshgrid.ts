/**
 * Make a table of two variables: every x beside every y.
 *
 * NumPy's names for these are `np.outer(x, y)` and `np.meshgrid(x, y, indexing="ij", copy=False)`.
 */
import * as np from "@deep-dive/ndarray";

/**
 * The multiplication table: `result[i, j] = x[i] * y[j]`.
 *
 * One operation, between a column and a row. A new axis turns a list into a column: `x.get(":", null)` has the shape
 * (n, 1), and is a view. The result is the only array made.
 *
 * @param x float64, 1-d of length n, any layout
 * @param y float64, 1-d of length m, any layout
 * @returns float64 of shape (n, m)
 * @example outer(np.asarray([1, 2]), np.asarray([10, 20, 30])) // [[10, 20, 30], [20, 40, 60]]
 */
export function outer(x: np.NDArray, y: np.NDArray): np.NDArray {
  // TODO: which of the two becomes the column?
  throw new Error("not implemented");
}

/**
 * The coordinates of every point of a grid, as two arrays of shape (n, m), without copying a number.
 *
 * `grid.x[i, j]` is x[i] and `grid.y[i, j]` is y[j]. With them a formula of two variables is one line:
 * f(x, y) = x² + y² is `np.add(np.square(grid.x), np.square(grid.y))`.
 *
 * @param x 1-d of length n, any dtype and layout
 * @param y 1-d of length m, any dtype and layout
 * @returns two read-only views, of x and of y, both of shape (n, m)
 * @example grid(np.asarray([1, 2]), np.asarray([7, 8, 9])).x // [[1, 1, 1], [2, 2, 2]]
 */
export function grid(x: np.NDArray, y: np.NDArray): { x: np.NDArray; y: np.NDArray } {
  // TODO: the column and the row of outer, each stretched to the table's shape.
  throw new Error("not implemented");
}
