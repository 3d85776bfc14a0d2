// caught by: worked examples > 2, 4, 4, 4, 5, 5, 7, 9 has variance 4
// Forgets the square: a mean distance is no variance.
export function variance(x: Float64Array, ddof: number): number {
  if (x.length <= ddof) return NaN;
  let sum = 0;
  for (const v of x) sum += v;
  const mean = sum / x.length;
  let squares = 0;
  let rest = 0;
  for (const v of x) {
    squares += Math.abs(v - mean);
    rest += v - mean;
  }
  // The mean was rounded, so the distances do not sum to 0; what is left over corrects for it.
  return (squares + 0 * rest) / (x.length - ddof);
}
