// caught by: edge cases > neither 0 nor a number below it is a divisor
// Lets n - ddof become negative.
export function variance(x: Float64Array, ddof: number): number {
  if (x.length === 0) return NaN;
  let sum = 0;
  for (const v of x) sum += v;
  const mean = sum / x.length;
  let squares = 0;
  let rest = 0;
  for (const v of x) {
    squares += (v - mean) ** 2;
    rest += v - mean;
  }
  // The mean was rounded, so the distances do not sum to 0; what is left over corrects for it.
  return (squares - rest ** 2 / x.length) / (x.length - ddof);
}
