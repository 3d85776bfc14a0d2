// caught by: 1, 2, 3, 4, 5 with neighbours exchanged
// The input is safe now, but the even ones that were kept are a view of what is overwritten.
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
  return np.divide(a, np.max(a)); // divide makes the one array that is needed; asarray(a) is a itself
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
  const kept = result.get(np.slice(0, pairs, 2));
  result.set([np.slice(0, pairs, 2)], result.get(np.slice(1, pairs, 2)));
  result.set([np.slice(1, pairs, 2)], kept);
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
