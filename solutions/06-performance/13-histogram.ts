/** Reference answer to 6.13: each number computes its bin. */
export function histogram(x: Float64Array, k: number, low: number, high: number): Int32Array {
  const counts = new Int32Array(k);
  const perUnit = k / (high - low);
  for (let i = 0; i < x.length; i++) {
    const v = x[i]!;
    if (!(v >= low && v <= high)) continue; // written so that nan fails it
    const bin = Math.min(Math.floor((v - low) * perUnit), k - 1); // the upper end computes k
    counts[bin] = counts[bin]! + 1;
  }
  return counts;
}
