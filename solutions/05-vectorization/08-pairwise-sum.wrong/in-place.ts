// caught by: laws > the numbers are left alone
// Adds pairs in place, to save memory that is not its own.
export function pairwiseSum(x: Float64Array): number {
  if (x.length === 0) return 0;
  for (let step = 1; step < x.length; step *= 2) {
    for (let i = 0; i + step < x.length; i += 2 * step) x[i] = x[i]! + x[i + step]!;
  }
  return x[0]!;
}
