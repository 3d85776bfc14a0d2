// caught by: scaled leaves its input as it was, in every layout
// asarray gives back the array that it gets.
/**
 * 3.15 Quiz. Three functions that return the right numbers, sometimes, and spoil their input, always.
 *
 * Each must return a fresh array, leave its input as it was, and need no array beside the result.
 */
import * as np from "@deep-dive/ndarray";

/**
 * `a` divided by its largest element, as float64. `a` is float64, and has at least one element above 0.
 *
 * @example scaled(np.asarray([1, 2, 4])).tolist() // [0.25, 0.5, 1]
 */
export function scaled(a: np.NDArray): np.NDArray {
  const result = a.flags.writeable ? np.asarray(a) : a.copy();
  return np.divide(result, np.max(a), { out: result });
}

/**
 * `a` with the places 0 and 1, 2 and 3, … exchanged. A last one without partner stays. `a` has one axis.
 *
 * @example swapped(np.asarray([1, 2, 3, 4, 5])).tolist() // [2, 1, 4, 3, 5]
 */
export function swapped(a: np.NDArray): np.NDArray {
  const result = a.copy();
  const pairs = Math.floor(a.size / 2) * 2;
  // Read from a, written to result: nothing is read that was written before.
  result.set([np.slice(0, pairs, 2)], a.get(np.slice(1, pairs, 2)));
  result.set([np.slice(1, pairs, 2)], a.get(np.slice(0, pairs, 2)));
  return result;
}

/**
 * The table with its frame (first and last row, first and last column) set to 0.
 *
 * @example framed(np.ones([3, 3])).tolist() // [[0, 0, 0], [0, 1, 0], [0, 0, 0]]
 */
export function framed(table: np.NDArray): np.NDArray {
  const result = table.copy(); // a slice would be a view, even of everything
  for (const edge of [result, result.T]) {
    edge.set([0], 0);
    edge.set([-1], 0);
  }
  return result;
}
