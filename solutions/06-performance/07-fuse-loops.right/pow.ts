// A single pass, with ** for the square.
export function weightedSquares(a: Float64Array, b: Float64Array, w: Float64Array): Float64Array {
  const out = new Float64Array(a.length);
  for (let i = 0; i < a.length; i++) {
    out[i] = (a[i]! - b[i]!) ** 2 * w[i]!;
  }
  return out;
}
