// caught by: growth
// The naive loops: n · k steps.
export function histogram(x: Float64Array, k: number, low: number, high: number): Int32Array {
  const width = (high - low) / k;
  const counts = new Int32Array(k);
  for (let j = 0; j < k; j++) {
    for (let i = 0; i < x.length; i++) {
      const v = x[i]!;
      if (v >= low + j * width && (v < low + (j + 1) * width || (j === k - 1 && v === high)))
        counts[j] = counts[j]! + 1;
    }
  }
  return counts;
}
