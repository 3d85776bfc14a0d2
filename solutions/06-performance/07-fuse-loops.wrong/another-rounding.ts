// caught by: laws > every number is that of three loops, to the last bit
// Expands the square: a² - 2ab + b² rounds differently, and overflows earlier.
export function weightedSquares(a: Float64Array, b: Float64Array, w: Float64Array): Float64Array {
  const out = new Float64Array(a.length);
  for (let i = 0; i < a.length; i++) {
    const [x, y] = [a[i]!, b[i]!];
    out[i] = (x * x - 2 * x * y + y * y) * w[i]!;
  }
  return out;
}
