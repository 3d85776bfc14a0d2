// caught by: worked examples > two rows of three
// Steps from row to row by the number of rows: right for square matrices only.
export function columnSums(a: Float64Array, rows: number, cols: number): Float64Array {
  const sums = new Float64Array(cols);
  for (let i = 0; i < rows; i++)
    for (let j = 0; j < cols; j++) sums[j] = sums[j]! + a[i * rows + j]!;
  return sums;
}
