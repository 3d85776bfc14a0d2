// caught by: arange(10, 0, -4) counts down: 10, 6, 2
// Loses the last number wherever the step does not divide the distance.
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
  if (step === 0) throw new np.ValueError("step must not be zero");
  // Rounded up, because a last step that passes stop only in part still starts before it.
  const length = Math.max(0, Math.floor((stop - start) / step));
  const values = new Float64Array(length);
  // A product, not a running sum: a sum rounds at every step, and the errors would pile up.
  for (let i = 0; i < length; i++) values[i] = start + i * step;
  return values;
}
