// k, i, j: a sum of n outer products. A row of b stays in the cache while the whole of c passes by.
export function matmul(a: Float64Array, b: Float64Array, n: number): Float64Array {
  const c = new Float64Array(n * n);
  for (let k = 0; k < n; k++) {
    for (let i = 0; i < n; i++) {
      const factor = a[i * n + k]!;
      for (let j = 0; j < n; j++) c[i * n + j] = c[i * n + j]! + factor * b[k * n + j]!;
    }
  }
  return c;
}
