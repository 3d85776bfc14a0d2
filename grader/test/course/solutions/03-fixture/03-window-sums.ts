export function windowSums(values: Float64Array, width: number): Float64Array {
  const out = new Float64Array(values.length - width + 1);
  let sum = 0;
  for (let k = 0; k < width; k++) sum += values[k]!;
  out[0] = sum;
  for (let i = 1; i < out.length; i++) {
    sum += values[i + width - 1]! - values[i - 1]!;
    out[i] = sum;
  }
  return out;
}
