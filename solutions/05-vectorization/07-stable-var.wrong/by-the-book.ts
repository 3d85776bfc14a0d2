// caught by: error
// mean(x²) - mean(x)²: passes every test with small numbers, and has no digit right far from 0.
export function variance(x: Float64Array, ddof: number): number {
  if (x.length <= ddof) return NaN;
  let sum = 0;
  let squares = 0;
  for (const v of x) {
    sum += v;
    squares += v * v;
  }
  return Math.max(0, squares - (sum * sum) / x.length) / (x.length - ddof);
}
