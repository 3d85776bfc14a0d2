/** The obvious loops: reads along the rows, writes down the columns. */
export function transpose(a: Float64Array, n: number): Float64Array {
  const out = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) out[j * n + i] = a[i * n + j]!;
  }
  return out;
}
