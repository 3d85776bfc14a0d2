/** One pass over all numbers for each bin: n · k steps. */
export function histogram(x: Float64Array, k: number, low: number, high: number): Int32Array {
  const counts = new Int32Array(k);
  const width = (high - low) / k;
  for (let j = 0; j < k; j++) {
    const [from, to] = [low + j * width, low + (j + 1) * width];
    let count = 0;
    for (let i = 0; i < x.length; i++) {
      const v = x[i]!;
      if (v >= from && (v < to || (j === k - 1 && v === high))) count += 1;
    }
    counts[j] = count;
  }
  return counts;
}
