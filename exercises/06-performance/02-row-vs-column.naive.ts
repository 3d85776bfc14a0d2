/** The obvious loop: one column after the other. Right, and slow wherever a column is longer than the cache. */
export function columnSums(a: Float64Array, rows: number, cols: number): Float64Array {
  const sums = new Float64Array(cols);
  for (let j = 0; j < cols; j++) {
    let sum = 0;
    for (let i = 0; i < rows; i++) sum += a[i * cols + j]!;
    sums[j] = sum;
  }
  return sums;
}
