// van Herk: within blocks of w, maxima from the left and from the right; a window is the end of one and the start of the next.
export function rollingVariance(x: Float64Array, w: number): Float64Array {
  const out = new Float64Array(Math.max(0, x.length - w + 1));
  if (out.length === 0) return out;
  let mean = 0;
  let squares = 0;
  for (let i = 0; i < w; i++) {
    const v = x[i]!; // Welford: both at once
    const before = v - mean;
    mean += before / (i + 1);
    squares += before * (v - mean);
  }
  out[0] = squares / w;
  for (let i = 1; i < out.length; i++) {
    const [old, next] = [x[i - 1]!, x[i + w - 1]!];
    const before = mean;
    mean += (next - old) / w;
    squares += (next - old) * (next - mean + old - before);
    out[i] = Math.max(0, squares) / w;
  }
  return out;
}

export function rollingMax(x: Float64Array, w: number): Float64Array {
  const out = new Float64Array(Math.max(0, x.length - w + 1));
  const right = new Float64Array(w);
  for (let start = 0; start < out.length; start += w) {
    let best = -Infinity;
    for (let k = w - 1; k >= 0; k--) right[k] = best = Math.max(best, x[start + k]!);
    let left = -Infinity;
    for (let k = 0; k < w && start + k < out.length; k++) {
      out[start + k] = Math.max(right[k]!, left);
      if (start + w + k < x.length) left = Math.max(left, x[start + w + k]!);
    }
  }
  return out;
}
