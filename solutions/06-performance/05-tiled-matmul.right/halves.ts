// Cuts the longest of the three sides in half until the tiles are small: no cache size needed.
export function matmul(
  a: Float64Array,
  b: Float64Array,
  n: number,
  _cacheBytes: number,
): Float64Array {
  const c = new Float64Array(n * n);
  const multiply = (
    i0: number,
    i1: number,
    k0: number,
    k1: number,
    j0: number,
    j1: number,
  ): void => {
    const [height, depth, width] = [i1 - i0, k1 - k0, j1 - j0];
    const cut = (from: number, to: number): number => from + Math.max(8, ((to - from) >> 4) * 8);
    if (height > 12 && height >= depth && height >= width) {
      multiply(i0, cut(i0, i1), k0, k1, j0, j1);
      multiply(cut(i0, i1), i1, k0, k1, j0, j1);
    } else if (depth > 12 && depth >= width) {
      multiply(i0, i1, k0, cut(k0, k1), j0, j1);
      multiply(i0, i1, cut(k0, k1), k1, j0, j1);
    } else if (width > 12) {
      multiply(i0, i1, k0, k1, j0, cut(j0, j1));
      multiply(i0, i1, k0, k1, cut(j0, j1), j1);
    } else {
      for (let i = i0; i < i1; i++) {
        for (let k = k0; k < k1; k++)
          for (let j = j0; j < j1; j++)
            c[i * n + j] = c[i * n + j]! + a[i * n + k]! * b[k * n + j]!;
      }
    }
  };
  multiply(0, n, 0, n, 0, n);
  return c;
}
