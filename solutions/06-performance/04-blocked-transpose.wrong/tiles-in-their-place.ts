// caught by: laws > every number goes where the naive loops put it, also where tiles do not fit
// Transposes each tile where it stands, and forgets to move it across the diagonal.
const TILE = 8; // eight float64 are one line: a tile reads 8 lines and writes 8, whole ones

export function transpose(a: Float64Array, n: number): Float64Array {
  const out = new Float64Array(n * n);
  for (let top = 0; top < n; top += TILE) {
    const bottom = Math.min(top + TILE, n); // the last tiles are cut off
    for (let left = 0; left < n; left += TILE) {
      const right = Math.min(left + TILE, n);
      for (let i = top; i < bottom; i++) {
        for (let j = left; j < right; j++)
          out[(top + j - left) * n + left + i - top] = a[i * n + j]!;
      }
    }
  }
  return out;
}
