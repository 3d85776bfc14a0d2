// caught by: touches
// The naive loops as they are.
export function weightedSquares(a: Float64Array, b: Float64Array, w: Float64Array): Float64Array {
  const out = a.map((x, i) => x - b[i]!);
  for (let i = 0; i < out.length; i++) out[i] = out[i]! ** 2;
  for (let i = 0; i < out.length; i++) out[i] = out[i]! * w[i]!;
  return out;
}
