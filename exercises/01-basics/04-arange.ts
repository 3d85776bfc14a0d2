/**
 * 1.04 Numbers at equal steps: the array that most examples begin with.
 *
 * In NumPy: `np.arange(start, stop, step)`.
 */
import * as np from "@deep-dive/ndarray";

/**
 * The numbers `start`, `start + step`, `start + 2 * step`, … before `stop` is reached.
 *
 * `stop` itself is never among them. A negative step counts down. Where `stop` lies on the wrong
 * side of `start`, the result is empty.
 *
 * @throws {np.ValueError} "step must not be zero"
 * @example arange(0, 5) // [0, 1, 2, 3, 4]
 * @example arange(10, 0, -4) // [10, 6, 2]
 * @example arange(0, 1, 0.3) // about [0, 0.3, 0.6, 0.9]
 */
export function arange(start: number, stop: number, step = 1): Float64Array {
  // TODO: first find how many there are, then make a Float64Array of that length and fill it.
  throw new Error("not implemented");
}
