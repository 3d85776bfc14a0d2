// caught by: error
// Differences of cumulative sums, which grow with the whole signal and lose digits all the way.
export function movingAverage(x: Float64Array, w: number): Float64Array {
  const sums = new Float64Array(x.length + 1);
  for (let i = 0; i < x.length; i++) sums[i + 1] = sums[i]! + x[i]!;
  return Float64Array.from(
    { length: Math.max(0, x.length - w + 1) },
    (_, i) => (sums[i + w]! - sums[i]!) / w,
  );
}
