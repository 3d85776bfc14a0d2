/** Every window is added up anew: n · w steps, and every window as exact as it can be. */
export function movingAverage(x: Float64Array, w: number): Float64Array {
  const out = new Float64Array(Math.max(0, x.length - w + 1));
  for (let i = 0; i < out.length; i++) {
    let sum = 0;
    for (let j = i; j < i + w; j++) sum += x[j]!;
    out[i] = sum / w;
  }
  return out;
}
