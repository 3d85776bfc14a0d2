// caught by: cache-lines
// Copies the columns into rows, so that the sums run along memory; but the copy itself runs down the columns.
export function columnSums(a: Float64Array, rows: number, cols: number): Float64Array {
  const turned = new Float64Array(rows * cols);
  for (let j = 0; j < cols; j++)
    for (let i = 0; i < rows; i++) turned[j * rows + i] = a[i * cols + j]!;
  const sums = new Float64Array(cols);
  for (let j = 0; j < cols; j++)
    for (let i = 0; i < rows; i++) sums[j] = sums[j]! + turned[j * rows + i]!;
  return sums;
}
