/** Reference answer to 6.03: i, k, j. Both inner walks go along rows. */
export function matmul(a: Float64Array, b: Float64Array, n: number): Float64Array {
  const c = new Float64Array(n * n); // zeros: every cell is now a running sum
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < n; k++) {
      // One number of `a` meets a whole row of `b`, and lands in a whole row of `c`, which stays in the cache.
      const factor = a[i * n + k]!;
      for (let j = 0; j < n; j++) c[i * n + j] = c[i * n + j]! + factor * b[k * n + j]!;
    }
  }
  return c;
}
