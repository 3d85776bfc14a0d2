// A compensated sum that is also begun anew every w steps, so that nothing lasts.
export function movingAverage(x: Float64Array, w: number): Float64Array {
  const out = new Float64Array(Math.max(0, x.length - w + 1));
  let [sum, lost] = [0, 0];
  const add = (v: number): void => {
    const next = sum + v;
    const kept = next - sum; // what of v arrived (Knuth's two-sum: no comparison needed)
    lost += sum - (next - kept) + (v - kept);
    sum = next;
  };
  for (let i = 0; i < out.length; i++) {
    if (i % w === 0) {
      [sum, lost] = [0, 0];
      for (let j = i; j < i + w; j++) add(x[j]!);
    } else {
      add(x[i + w - 1]!);
      add(-x[i - 1]!);
    }
    out[i] = (sum + lost) / w;
  }
  return out;
}
