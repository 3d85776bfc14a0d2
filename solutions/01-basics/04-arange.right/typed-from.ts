import * as np from "@deep-dive/ndarray";

export function arange(start: number, stop: number, step = 1): Float64Array {
  if (step === 0) throw new np.ValueError("step must not be zero");
  const length = Math.ceil((stop - start) / step);
  return Float64Array.from({ length: length > 0 ? length : 0 }, (_, i) => start + i * step);
}
