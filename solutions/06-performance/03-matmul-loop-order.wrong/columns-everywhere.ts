// caught by: cache-lines
// j, k, i: the order Fortran would like. In C order it walks two matrices down their columns, the worst of all six.
export function matmul(a: Float64Array, b: Float64Array, n: number): Float64Array {
  const c = new Float64Array(n * n);
  for (let j = 0; j < n; j++) {
    for (let k = 0; k < n; k++) {
      const factor = b[k * n + j]!;
      for (let i = 0; i < n; i++) c[i * n + j] = c[i * n + j]! + a[i * n + k]! * factor;
    }
  }
  return c;
}
