// Counts in a list of its own, and writes the bins at the end.
export function histogram(x: Float64Array, k: number, low: number, high: number): Int32Array {
  const counts = new Map<number, number>();
  x.forEach((v) => {
    const bin = v === high ? k - 1 : Math.floor(((v - low) / (high - low)) * k);
    counts.set(bin, (counts.get(bin) ?? 0) + 1);
  });
  const out = new Int32Array(k);
  for (let j = 0; j < k; j++) out[j] = counts.get(j) ?? 0;
  return out;
}
