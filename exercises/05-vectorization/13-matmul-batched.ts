/**
 * Multiply stacks of matrices: the last two axes are matrices, all axes before them broadcast.
 *
 * NumPy's name for this is `np.matmul(a, b)`, or `a @ b`.
 */
import * as np from "@deep-dive/ndarray";
import { broadcastShapes } from "./01-broadcast-shapes.ts";

/**
 * The matrix product over the last two axes: `result[..., i, j] = Σ_k a[..., i, k] * b[..., k, j]`.
 *
 * The axes before the last two are the batch: they broadcast as in any operation. (10, 1, 2, 3) times (4, 3, 5) makes
 * (10, 4, 2, 5): 40 products of a 2 × 3 and a 3 × 5 matrix. No batch has to be looped over, and no stack copied: a
 * product of matrices is a sum of outer products, and an outer product is one broadcast multiplication (5.10).
 *
 * All products at once would be an array of shape (..., n, k, m), k times the result. At most THREE arrays of the result's
 * size may be alive at once; give back what you no longer need (`using`, or `dispose()`, as in 5.12).
 *
 * @param a float64 of shape (..., n, k), any layout; two axes at least
 * @param b float64 of shape (..., k, m), any layout; two axes at least
 * @returns a fresh float64 array; zeros where k is 0
 * @throws {np.ValueError} when the inner lengths differ, with NumPy's sentence:
 *   `matmul: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature (n?,k),(k,m?)->(n?,m?) (size 4 is different from 3)`
 *   (first the length in b, then the one in a); or when the batches do not fit, with the sentence of 5.01
 * @example matmul(np.asarray([[1, 2], [3, 4]]), np.asarray([[5, 6], [7, 8]])) // [[19, 22], [43, 50]]
 */
export function matmul(a: np.NDArray, b: np.NDArray): np.NDArray {
  // TODO: the result's shape: broadcastShapes of the batches, then n and m. Then one k at a time.
  throw new Error("not implemented");
}
