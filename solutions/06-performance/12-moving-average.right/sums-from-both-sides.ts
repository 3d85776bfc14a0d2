// Never subtracts: blocks of w, a sum from the right inside the old block, and one from the left inside the new.
export function movingAverage(x: Float64Array, w: number): Float64Array {
  const out = new Float64Array(Math.max(0, x.length - w + 1));
  const right = new Float64Array(w); // right[k]: the sum of the old block from k to its end
  for (let start = 0; start < out.length; start += w) {
    let sum = 0;
    for (let k = w - 1; k >= 0; k--) right[k] = sum += x[start + k]!;
    let left = 0; // the sum of the new block up to where the window ends
    for (let k = 0; k < w && start + k < out.length; k++) {
      out[start + k] = (right[k]! + left) / w;
      left += x[start + w + k] ?? 0;
    }
  }
  return out;
}
