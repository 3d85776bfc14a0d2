// A single pass, from the last element to the first.
export function weightedSquares(a: Float64Array, b: Float64Array, w: Float64Array): Float64Array {
  const { length } = w;
  const out = new Float64Array(length);
  const squared = (x: number): number => x * x;
  let i = length;
  while (i-- > 0) out[i] = squared(a[i]! - b[i]!) * w[i]!;
  return out;
}
