// caught by: worked examples > two rows of three
// Goes through memory in the right order, and adds up the rows.
export function columnSums(a: Float64Array, rows: number, cols: number): Float64Array {
  const sums = new Float64Array(rows);
  for (let i = 0; i < rows; i++)
    for (let j = 0; j < cols; j++) sums[i] = sums[i]! + a[i * cols + j]!;
  return sums;
}
