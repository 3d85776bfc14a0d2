// Down the columns after all, but a whole line of them together: each line is fetched once and used up.
export function columnSums(a: Float64Array, rows: number, cols: number): Float64Array {
  const sums = new Float64Array(cols);
  const inLine = 8;
  for (let first = 0; first < cols; first += inLine) {
    const last = Math.min(first + inLine, cols);
    for (let i = 0; i < rows; i++) {
      for (let j = first; j < last; j++) sums[j] = sums[j]! + a[i * cols + j]!;
    }
  }
  return sums;
}
