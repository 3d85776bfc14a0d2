// caught by: cache-lines
// Keeps the three loops of 6.03.
export function matmul(
  a: Float64Array,
  b: Float64Array,
  n: number,
  _cacheBytes: number,
): Float64Array {
  const c = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < n; k++) {
      const factor = a[i * n + k]!;
      for (let j = 0; j < n; j++) c[i * n + j] = c[i * n + j]! + factor * b[k * n + j]!;
    }
  }
  return c;
}
