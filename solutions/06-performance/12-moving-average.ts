/** Reference answer to 6.12: a running sum that carries along what rounding takes away. */
export function movingAverage(x: Float64Array, w: number): Float64Array {
  const out = new Float64Array(Math.max(0, x.length - w + 1));
  if (out.length === 0) return out;
  let sum = 0;
  let lost = 0;
  const add = (v: number): void => {
    const next = sum + v;
    // Neumaier: the larger of the two kept its digits; what the smaller one lost is the difference.
    lost += Math.abs(sum) >= Math.abs(v) ? sum - next + v : v - next + sum;
    sum = next;
  };
  for (let i = 0; i < w - 1; i++) add(x[i]!);
  for (let i = 0; i < out.length; i++) {
    add(x[i + w - 1]!); // enters
    out[i] = (sum + lost) / w;
    add(-x[i]!); // leaves
  }
  return out;
}
