// caught by: touches
// One loop, but every number is read twice to be squared.
export function weightedSquares(a: Float64Array, b: Float64Array, w: Float64Array): Float64Array {
  const out = new Float64Array(a.length);
  for (let i = 0; i < a.length; i++) {
    out[i] = (a[i]! - b[i]!) * (a[i]! - b[i]!) * w[i]!;
  }
  return out;
}
