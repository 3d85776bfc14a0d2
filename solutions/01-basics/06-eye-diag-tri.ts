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
  const data = new Float64Array(n * m);
  // One cell a row at most, so there is no need to ask every cell.
  for (let i = 0; i < n; i++) {
    const j = i + k;
    if (j >= 0 && j < m) data[i * m + j] = 1;
  }
  return { data, shape: [n, m] };
}

/**
 * A table with 1 on the k-th diagonal and below it: where j - i <= k.
 *
 * @example tri(3) // { data: [1, 0, 0, 1, 1, 0, 1, 1, 1], shape: [3, 3] }
 */
export function tri(n: number, m: number = n, k = 0): Flat {
  const data = new Float64Array(n * m);
  for (let i = 0; i < n; i++) {
    // Columns 0 to i + k, as far as there are such.
    const end = Math.min(m, Math.max(0, i + k + 1));
    data.fill(1, i * m, i * m + end);
  }
  return { data, shape: [n, m] };
}

/**
 * The sum of the cells on the main diagonal of a table; 0 where there are none.
 *
 * @example trace({ data: Float64Array.of(1, 2, 3, 4), shape: [2, 2] }) // 5
 */
export function trace(a: Flat): number {
  const [n, m] = [a.shape[0]!, a.shape[1]!];
  let sum = 0;
  for (let i = 0; i < Math.min(n, m); i++) sum += a.data[i * (m + 1)]!; // one row on and one column on
  return sum;
}
