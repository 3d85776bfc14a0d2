// caught by: touches
// Looks through every window: n · w steps.
export function rollingVariance(x: Float64Array, w: number): Float64Array {
  const out = new Float64Array(Math.max(0, x.length - w + 1));
  if (out.length === 0) return out;
  let mean = 0;
  let squares = 0;
  for (let i = 0; i < w; i++) {
    const v = x[i]!; // Welford: both at once
    const before = v - mean;
    mean += before / (i + 1);
    squares += before * (v - mean);
  }
  out[0] = squares / w;
  for (let i = 1; i < out.length; i++) {
    const [old, next] = [x[i - 1]!, x[i + w - 1]!];
    const before = mean;
    mean += (next - old) / w;
    squares += (next - old) * (next - mean + old - before);
    out[i] = Math.max(0, squares) / w;
  }
  return out;
}

export function rollingMax(x: Float64Array, w: number): Float64Array {
  const out = new Float64Array(Math.max(0, x.length - w + 1));
  for (let i = 0; i < out.length; i++) {
    let largest = -Infinity;
    for (let j = i; j < i + w; j++) largest = Math.max(largest, x[j]!);
    out[i] = largest;
  }
  return out;
}
