// caught by: growth
// The naive loops: n · w steps.
export function movingAverage(x: Float64Array, w: number): Float64Array {
  const out = new Float64Array(Math.max(0, x.length - w + 1));
  for (let i = 0; i < out.length; i++) {
    let sum = 0;
    for (let j = 0; j < w; j++) sum += x[i + j]!;
    out[i] = sum / w;
  }
  return out;
}
