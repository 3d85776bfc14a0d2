// caught by: error
// Keeps the mean in float32, where a hundred million has steps of 8.
export function variance(x: Float64Array, ddof: number): number {
  if (x.length <= ddof) return NaN;
  let sum = 0;
  for (const v of x) sum += v;
  const mean = Math.fround(sum / x.length);
  let squares = 0;
  for (const v of x) {
    squares += (v - mean) ** 2;
  }
  return squares / (x.length - ddof);
}
