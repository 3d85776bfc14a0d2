/** One loop for each operation, as three ufuncs in a row would do. */
export function weightedSquares(a: Float64Array, b: Float64Array, w: Float64Array): Float64Array {
  const n = a.length;
  const difference = new Float64Array(n);
  for (let i = 0; i < n; i++) difference[i] = a[i]! - b[i]!;
  const square = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const d = difference[i]!;
    square[i] = d * d;
  }
  const out = new Float64Array(n);
  for (let i = 0; i < n; i++) out[i] = square[i]! * w[i]!;
  return out;
}
