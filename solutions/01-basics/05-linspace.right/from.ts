import * as np from "@deep-dive/ndarray";

export function linspace(start: number, stop: number, num: number, endpoint = true): Float64Array {
  if (num < 0) throw new np.ValueError(`Number of samples, ${num}, must be non-negative.`);
  const gaps = endpoint ? Math.max(1, num - 1) : num;
  const step = (stop - start) / gaps;
  return Float64Array.from({ length: num }, (_, i) => (i === gaps ? stop : start + i * step));
}
