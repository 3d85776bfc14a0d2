/** Reference answer to 6.07: the difference lives in a local variable, which is a register. */
export function weightedSquares(a: Float64Array, b: Float64Array, w: Float64Array): Float64Array {
  const out = new Float64Array(a.length);
  for (let i = 0; i < a.length; i++) {
    const difference = a[i]! - b[i]!; // read once, used twice
    out[i] = difference * difference * w[i]!;
  }
  return out;
}
