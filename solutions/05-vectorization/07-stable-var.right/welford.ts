// Welford's one pass: the mean so far, and the squares around it, both updated with each number.
export function variance(x: Float64Array, ddof: number): number {
  if (x.length <= ddof) return NaN;
  let mean = 0;
  let squares = 0;
  for (const [i, v] of x.entries()) {
    const before = v - mean;
    mean += before / (i + 1);
    squares += before * (v - mean);
  }
  return squares / (x.length - ddof);
}
