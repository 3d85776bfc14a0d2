import * as np from "@deep-dive/ndarray";

export function linspace(start: number, stop: number, num: number, endpoint = true): Float64Array {
  if (num < 0) throw new np.ValueError(`Number of samples, ${num}, must be non-negative.`);
  if (!endpoint) return linspace(start, stop, num + 1).slice(0, num);
  const values = Float64Array.of(start, stop).slice(0, num);
  if (num <= 2) return values;
  const step = (stop - start) / (num - 1);
  const all = new Float64Array(num);
  all.forEach((_, i) => (all[i] = start + i * step));
  all[num - 1] = stop;
  return all;
}
