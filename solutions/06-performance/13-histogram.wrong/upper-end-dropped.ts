// caught by: edge cases > the upper end belongs to the last bin
// Lets the upper end compute bin k, where a typed array drops it in silence.
export function histogram(x: Float64Array, k: number, low: number, high: number): Int32Array {
  const counts = new Int32Array(k);
  const perUnit = k / (high - low);
  for (let i = 0; i < x.length; i++) {
    const v = x[i]!;
    if (!(v >= low && v <= high)) continue; // written so that nan fails it
    const bin = Math.floor((v - low) * perUnit);
    counts[bin] = counts[bin]! + 1;
  }
  return counts;
}
