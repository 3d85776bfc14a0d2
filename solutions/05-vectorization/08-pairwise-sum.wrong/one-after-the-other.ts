// caught by: error
// The running sum: a small number loses its digits to a large one, each time.
export function pairwiseSum(x: Float64Array): number {
  let sum = 0;
  for (const v of x) sum += v;
  return sum;
}
