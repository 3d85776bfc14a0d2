// caught by: worked examples > a falling signal: each window's first number is its largest
// Keeps the largest so far, which has left long ago.
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
  const places = new Int32Array(x.length); // candidates, falling; places[first] is the largest
  let [first, end] = [0, 0];
  for (let i = 0; i < x.length; i++) {
    const v = x[i]!;
    // An equal one behind is as good and stays longer, so <= throws out both smaller and equal ones.
    while (end > first && x[places[end - 1]!]! <= v) end -= 1;
    places[end++] = i;
    if (i >= w - 1) out[i - w + 1] = x[places[first]!]!;
  }
  return out;
}
