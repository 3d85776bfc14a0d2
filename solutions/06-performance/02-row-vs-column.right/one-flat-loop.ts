// One loop along memory; a second counter says which column it is in.
export function columnSums(a: Float64Array, rows: number, cols: number): Float64Array {
  const sums = new Float64Array(cols);
  let j = 0;
  for (let at = 0; at < rows * cols; at++) {
    sums[j] = sums[j]! + a[at]!;
    j = j + 1 === cols ? 0 : j + 1;
  }
  return sums;
}
