/** Reference answer to 5.07: two passes. The first finds the mean, the second squares only distances from it. */
export function variance(x: Float64Array, ddof: number): number {
  if (x.length <= ddof) return NaN; // 0 / 0 would be nan by itself, but anything else / 0 is infinity
  let sum = 0;
  for (const v of x) sum += v;
  // Rounded in its last digit. The distances below are all off by that much, which their squares hardly notice.
  const mean = sum / x.length;
  let squares = 0;
  for (const v of x) squares += (v - mean) ** 2;
  return squares / (x.length - ddof);
}
