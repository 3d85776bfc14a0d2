// caught by: cache-lines
// Takes cacheBytes for a count of numbers: three tiles of 32 × 32 numbers are 24 KiB, in a cache of 4.
export function matmul(
  a: Float64Array,
  b: Float64Array,
  n: number,
  cacheBytes: number,
): Float64Array {
  const c = new Float64Array(n * n);
  // Three tiles of t × t numbers must fit. Whole lines: a tile that begins in the middle of a line fetches it for nothing.
  const largest = Math.floor(Math.sqrt(cacheBytes / 3));
  const t = largest >= 8 ? largest - (largest % 8) : largest;
  for (let i0 = 0; i0 < n; i0 += t) {
    for (let k0 = 0; k0 < n; k0 += t) {
      for (let j0 = 0; j0 < n; j0 += t) {
        const [i1, k1, j1] = [Math.min(i0 + t, n), Math.min(k0 + t, n), Math.min(j0 + t, n)];
        for (let i = i0; i < i1; i++) {
          for (let k = k0; k < k1; k++) {
            const factor = a[i * n + k]!;
            for (let j = j0; j < j1; j++) c[i * n + j] = c[i * n + j]! + factor * b[k * n + j]!;
          }
        }
      }
    }
  }
  return c;
}
