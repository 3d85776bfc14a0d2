// caught by: edge cases > what lies outside is not counted, however near
// Puts what is outside into the first and the last bin.
export function histogram(x: Float64Array, k: number, low: number, high: number): Int32Array {
  const counts = new Int32Array(k);
  const perUnit = k / (high - low);
  for (let i = 0; i < x.length; i++) {
    const v = x[i]!;
    if (Number.isNaN(v)) continue;
    const bin = Math.max(0, Math.min(Math.floor((v - low) * perUnit), k - 1)); // the upper end computes k
    counts[bin] = counts[bin]! + 1;
  }
  return counts;
}
