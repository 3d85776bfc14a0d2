// Copies each tile of b into a small array of its own, where its lines cannot collide with others.
export function matmul(
  a: Float64Array,
  b: Float64Array,
  n: number,
  cacheBytes: number,
): Float64Array {
  const c = new Float64Array(n * n);
  // Three tiles of t × t numbers must fit. Whole lines: a tile that begins in the middle of a line fetches it for nothing.
  const largest = Math.floor(Math.sqrt(cacheBytes / 8 / 3));
  const t = largest >= 8 ? largest - (largest % 8) : largest;
  const packed = new Float64Array(t * t);
  for (let k0 = 0; k0 < n; k0 += t) {
    for (let j0 = 0; j0 < n; j0 += t) {
      const [k1, j1] = [Math.min(k0 + t, n), Math.min(j0 + t, n)];
      for (let k = k0; k < k1; k++)
        for (let j = j0; j < j1; j++) packed[(k - k0) * t + j - j0] = b[k * n + j]!;
      for (let i = 0; i < n; i++) {
        for (let k = k0; k < k1; k++) {
          const factor = a[i * n + k]!;
          for (let j = j0; j < j1; j++)
            c[i * n + j] = c[i * n + j]! + factor * packed[(k - k0) * t + j - j0]!;
        }
      }
    }
  }
  return c;
}
