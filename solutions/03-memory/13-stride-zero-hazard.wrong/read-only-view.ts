// caught by: two rows of 1, 2, 3 with zeros on the diagonal
// broadcast_to is safer than as_strided: it throws. But a table it is not.
/**
 * 3.13 Writing into a broadcast view changes all rows at once. Find the three places where somebody forgot it.
 *
 * In NumPy: why `np.broadcast_to` gives a read-only view.
 */
import * as np from "@deep-dive/ndarray";

/**
 * A fresh table of n rows, each equal to `row`, with `value` on the diagonal. `row` is left as it was.
 *
 * @example stampDiagonal(np.asarray([1, 2, 3]), 2, 0).tolist() // [[0, 2, 3], [1, 0, 3]]
 */
export function stampDiagonal(row: np.NDArray, n: number, value: number): np.NDArray {
  const m = row.size;
  // Shown n times first, then copied once: now every row has bytes of its own.
  const table = np.broadcast_to(row, [n, m]);
  for (let i = 0; i < Math.min(n, m); i++) table.set([i, i], value);
  return table;
}

/** Whether two different indices of `a` can name the same memory because of a stride of 0. */
export function repeats(a: np.NDArray): boolean {
  if (a.size === 0) return false; // nothing is there, so nothing twice
  return a.strides.some((stride, axis) => stride === 0 && a.shape[axis]! > 1);
}

/**
 * `a` itself, if each of its elements may be written without changing another one; else a copy that may.
 *
 * A read-only array (`a.flags.writeable`) needs a copy, too.
 */
export function writable(a: np.NDArray): np.NDArray {
  return a.flags.writeable && !repeats(a) ? a : a.copy();
}
