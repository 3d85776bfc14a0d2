// caught by: error
// Adds and subtracts, and keeps what was lost to the spike for ever.
export function movingAverage(x: Float64Array, w: number): Float64Array {
  const out = new Float64Array(Math.max(0, x.length - w + 1));
  if (out.length === 0) return out;
  let sum = 0;
  const add = (v: number): void => {
    sum += v;
  };
  for (let i = 0; i < w - 1; i++) add(x[i]!);
  for (let i = 0; i < out.length; i++) {
    add(x[i + w - 1]!); // enters
    out[i] = sum / w;
    add(-x[i]!); // leaves
  }
  return out;
}
