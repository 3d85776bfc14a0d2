// caught by: touches
// One loop, with the result itself for a scratch: written three times, read twice.
export function weightedSquares(a: Float64Array, b: Float64Array, w: Float64Array): Float64Array {
  const out = new Float64Array(a.length);
  for (let i = 0; i < a.length; i++) {
    out[i] = a[i]! - b[i]!;
    out[i] = out[i]! ** 2;
    out[i] = out[i]! * w[i]!;
  }
  return out;
}
