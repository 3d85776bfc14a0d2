/** Reference answer to 6.02: rows outside, columns inside, all sums at once. */
export function columnSums(a: Float64Array, rows: number, cols: number): Float64Array {
  // All `cols` sums are kept going together. They are few, so they stay in the cache while `a` streams through.
  const sums = new Float64Array(cols);
  for (let i = 0; i < rows; i++) {
    const row = i * cols;
    for (let j = 0; j < cols; j++) sums[j] = sums[j]! + a[row + j]!;
  }
  return sums;
}
