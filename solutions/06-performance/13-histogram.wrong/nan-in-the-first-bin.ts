// caught by: edge cases > nan and infinity are not counted
// Tests for what is outside, which nan is not; and nan | 0 is 0.
export function histogram(x: Float64Array, k: number, low: number, high: number): Int32Array {
  const counts = new Int32Array(k);
  const perUnit = k / (high - low);
  for (let i = 0; i < x.length; i++) {
    const v = x[i]!;
    if (v < low || v > high) continue;
    const bin = Math.min(((v - low) * perUnit) | 0, k - 1); // the upper end computes k
    counts[bin] = counts[bin]! + 1;
  }
  return counts;
}
