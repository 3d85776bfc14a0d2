// caught by: edge cases > 0 times nan is nan: no product is left out
// Saves a row of work wherever a is 0, and loses what 0 * nan and 0 * infinity must say.
export function matmul(a: Float64Array, b: Float64Array, n: number): Float64Array {
  const c = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < n; k++) {
      const factor = a[i * n + k]!;
      if (factor === 0) continue;
      for (let j = 0; j < n; j++) c[i * n + j] = c[i * n + j]! + factor * b[k * n + j]!;
    }
  }
  return c;
}
