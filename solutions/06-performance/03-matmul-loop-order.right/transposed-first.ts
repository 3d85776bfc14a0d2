// Turns b over once (n² steps down columns), after which i, j, k walks two rows (n³ steps).
export function matmul(a: Float64Array, b: Float64Array, n: number): Float64Array {
  const turned = new Float64Array(n * n);
  for (let k = 0; k < n; k++) for (let j = 0; j < n; j++) turned[j * n + k] = b[k * n + j]!;
  const c = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      let sum = 0;
      for (let k = 0; k < n; k++) sum += a[i * n + k]! * turned[j * n + k]!;
      c[i * n + j] = sum;
    }
  }
  return c;
}
