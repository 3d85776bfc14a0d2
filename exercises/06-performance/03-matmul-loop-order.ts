/**
 * Multiply two matrices with the same three loops and the same multiplications, in an order that memory likes.
 *
 * NumPy's name for this is `a @ b`. The loops can be nested in six ways; all are right.
 */

/**
 * The matrix product of two n × n matrices in C order: `c[i, j] = Σ_k a[i, k] * b[k, j]`.
 *
 * `03-matmul-loop-order.naive.ts` writes the definition down: for each i, for each j, sum over k. Its innermost loop
 * walks `b` down a column, and fetches a line of eight numbers to use one of them. Look at the three possible
 * innermost loops: which of `a`, `b` and `c` does each of them walk along a row, down a column, not at all?
 *
 * The limit counts lines fetched through a small cache, with n = 24: at most a quarter of what the naive loops need.
 *
 * @param a n * n numbers, row after row: cell (i, k) is `a[i * n + k]`
 * @param b n * n numbers, row after row
 * @param n may be 0
 * @returns a fresh Float64Array of n * n numbers
 * @example matmul(Float64Array.of(1, 2, 3, 4), Float64Array.of(5, 6, 7, 8), 2) // [19, 22, 43, 50]
 */
export function matmul(a: Float64Array, b: Float64Array, n: number): Float64Array {
  // TODO: take the naive loops and make another one the innermost. What must the result hold before the first step?
  throw new Error("not implemented");
}
