/**
 * 1.06 Tables whose cells follow from row and column alone: ones on a diagonal, ones below it.
 *
 * In NumPy: `np.eye(n, m, k)`, `np.tri(n, m, k)`, `np.trace(a)`.
 */
import type { Flat } from "./01-nested-to-array.ts";

/**
 * A table of n rows and m columns with 1 on the k-th diagonal and 0 elsewhere.
 *
 * On diagonal k lie the cells [i, j] with j - i === k: k = 1 is one column to the right of the main diagonal,
 * k = -1 one below. A diagonal may lie outside the table altogether.
 *
 * @example eye(2, 3, 1) // { data: [0, 1, 0, 0, 0, 1], shape: [2, 3] }
 */
export function eye(n: number, m: number = n, k = 0): Flat {
  // TODO: cell [i, j] of a table with m columns lies at i * m + j. Which cells are 1?
  throw new Error("not implemented");
}

/**
 * A table with 1 on the k-th diagonal and below it: where j - i <= k.
 *
 * @example tri(3) // { data: [1, 0, 0, 1, 1, 0, 1, 1, 1], shape: [3, 3] }
 */
export function tri(n: number, m: number = n, k = 0): Flat {
  // TODO: as eye, with another question asked of i and j.
  throw new Error("not implemented");
}

/**
 * The sum of the cells on the main diagonal of a table; 0 where there are none.
 *
 * @example trace({ data: Float64Array.of(1, 2, 3, 4), shape: [2, 2] }) // 5
 */
export function trace(a: Flat): number {
  // TODO: how far apart in data are two neighbours on the diagonal? And how many are there if it is not square?
  throw new Error("not implemented");
}
