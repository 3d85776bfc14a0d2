// caught by: the last of 50 from 0 to 0.7 is 0.7 to the last digit
// Computes the end instead of taking it.
/**
 * 1.05 So many numbers between two ends: you say how many, not how far apart.
 *
 * In NumPy: `np.linspace(start, stop, num, endpoint=True)`.
 */
import * as np from "@deep-dive/ndarray";

/**
 * `num` numbers at equal distances, the first of them `start`.
 *
 * With `endpoint` the last is `stop`, exactly; without, `stop` would be the next one.
 * One number is just `start`; none is an empty array.
 *
 * @throws {np.ValueError} "Number of samples, -1, must be non-negative."
 * @example linspace(0, 1, 5) // [0, 0.25, 0.5, 0.75, 1]
 * @example linspace(0, 1, 4, false) // [0, 0.25, 0.5, 0.75]
 */
export function linspace(start: number, stop: number, num: number, endpoint = true): Float64Array {
  if (num < 0) throw new np.ValueError(`Number of samples, ${num}, must be non-negative.`);
  const values = new Float64Array(num);
  const step = (stop - start) / (endpoint ? num - 1 : num);
  for (let i = 0; i < num; i++) values[i] = i === 0 ? start : start + i * step;
  // start + (num - 1) * step may miss stop by a rounding error; the end was promised.

  return values;
}
