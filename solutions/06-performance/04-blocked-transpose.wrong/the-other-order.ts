// caught by: cache-lines
// Swaps the two loops: now the reads run down the columns.
export function transpose(a: Float64Array, n: number): Float64Array {
  const out = new Float64Array(n * n);
  for (let j = 0; j < n; j++) for (let i = 0; i < n; i++) out[j * n + i] = a[i * n + j]!;
  return out;
}
