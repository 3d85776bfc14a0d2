// caught by: worked examples > rows times columns
// The right loops with the old assignment: each k wipes out the products before it.
export function matmul(a: Float64Array, b: Float64Array, n: number): Float64Array {
  const c = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < n; k++) {
      for (let j = 0; j < n; j++) c[i * n + j] = a[i * n + k]! * b[k * n + j]!;
    }
  }
  return c;
}
