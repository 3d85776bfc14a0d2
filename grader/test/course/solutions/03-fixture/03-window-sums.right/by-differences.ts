export function windowSums(values: Float64Array, width: number): Float64Array {
  let sum = 0;
  const out = new Float64Array(values.length - width + 1);
  values.forEach((value, i) => {
    sum += value - (i >= width ? values[i - width]! : 0);
    if (i >= width - 1) out[i - width + 1] = sum;
  });
  return out;
}
