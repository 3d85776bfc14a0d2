// Strips of eight columns: each row of the strip is one line read, and eight lines of the result fill up together.
export function transpose(a: Float64Array, n: number): Float64Array {
  const out = new Float64Array(n * n);
  for (let left = 0; left < n; left += 8) {
    for (let i = 0; i < n; i++) {
      for (let j = left; j < left + 8 && j < n; j++) out[j * n + i] = a[i * n + j]!;
    }
  }
  return out;
}
