import * as np from "@deep-dive/ndarray";

export function arange(start: number, stop: number, step = 1): Float64Array {
  if (step === 0) throw new np.ValueError("step must not be zero");
  const isBefore = (x: number): boolean => (step > 0 ? x < stop : x > stop);
  const values: number[] = [];
  for (let x = start; isBefore(x); x = start + values.length * step) values.push(x);
  return new Float64Array(values);
}
