// Treats the upper end apart, and divides by the width.
export function histogram(x: Float64Array, k: number, low: number, high: number): Int32Array {
  const counts = new Int32Array(k);
  const width = (high - low) / k;
  for (const v of x) {
    if (v === high) counts[k - 1] = counts[k - 1]! + 1;
    else if (v >= low && v < high) {
      const bin = Math.floor((v - low) / width);
      counts[bin] = counts[bin]! + 1;
    }
  }
  return counts;
}
