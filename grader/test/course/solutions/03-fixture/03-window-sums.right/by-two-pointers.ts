export function windowSums(values: Float64Array, width: number): Float64Array {
  const out = new Float64Array(values.length - width + 1);
  let sum = 0;
  for (let left = 0, right = 0; right < values.length; right++) {
    sum += values[right]!;
    if (right - left < width - 1) continue;
    out[left] = sum;
    sum -= values[left]!;
    left += 1;
  }
  return out;
}
