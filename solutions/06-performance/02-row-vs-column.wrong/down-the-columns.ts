// caught by: cache-lines
// The naive loop as it is: right, and a miss for nearly every number.
export function columnSums(a: Float64Array, rows: number, cols: number): Float64Array {
  const sums = new Float64Array(cols);
  for (let j = 0; j < cols; j++) {
    for (let i = 0; i < rows; i++) sums[j] = sums[j]! + a[i * cols + j]!;
  }
  return sums;
}
