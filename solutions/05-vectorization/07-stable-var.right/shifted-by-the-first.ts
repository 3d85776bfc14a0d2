// The formula from the book, after all numbers were moved near 0.
export function variance(x: Float64Array, ddof: number): number {
  const n = x.length;
  if (n <= ddof) return NaN;
  const origin = x[0] ?? NaN;
  const near = x.map((v) => v - origin);
  const mean = near.reduce((sum, v) => sum + v, 0) / n;
  const squares = near.reduce((sum, v) => sum + (v - mean) * (v - mean), 0);
  return squares / (n - ddof);
}
