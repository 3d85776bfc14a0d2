// caught by: edge cases > what lies outside is not counted, however near
// Truncates towards 0: what lies just below the first bin falls into it.
export function histogram(x: Float64Array, k: number, low: number, high: number): Int32Array {
  const counts = new Int32Array(k);
  const perUnit = k / (high - low);
  for (let i = 0; i < x.length; i++) {
    const v = x[i]!;
    const bin = v === high ? k - 1 : Math.trunc((v - low) * perUnit);
    if (!(bin >= 0 && bin < k)) continue;
    counts[bin] = counts[bin]! + 1;
  }
  return counts;
}
