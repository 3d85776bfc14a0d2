/**
 * Apply one operation to every element of an array, however its elements lie in memory.
 *
 * NumPy's name for such a function is a universal function, or ufunc: `np.negative`, `np.square`, `np.sqrt`.
 */
import * as np from "@deep-dive/ndarray";

/** The operations, by NumPy's names. A dictionary of functions is the simplest ufunc table there is. */
export type UnaryName = "negative" | "square" | "sqrt";

/**
 * A fresh array with `name` applied to every element of `a`.
 *
 * The result has `a`'s shape, is float64, and lies in C order, whatever the layout of `a`. It is the only array made.
 *
 * `a` may be sliced, reversed, transposed, stretched by stride 0: ask it for one element at a time, by index, with
 * `a.item(i, j, …)`, and it does the arithmetic with its strides. The result is fresh and contiguous, so its elements
 * can be written one after the other: `result.data` is a Float64Array over them.
 *
 * To count through all indices of a shape, think of the odometer of a car: the last digit moves; when it is full it
 * goes back to 0 and the digit before it moves.
 *
 * @param name one of the three; square roots of negative numbers are nan
 * @param a float64 of any shape and layout; 0-d has one element and no index, empty has none
 * @throws {np.ValueError} for another name: `no ufunc called cube`
 * @example unary("square", np.asarray([[1, 2], [3, 4]])) // [[1, 4], [9, 16]]
 */
export function unary(name: UnaryName, a: np.NDArray): np.NDArray {
  // TODO: make the result with np.empty(a.shape); then visit every index of a.shape in C order.
  throw new Error("not implemented");
}
