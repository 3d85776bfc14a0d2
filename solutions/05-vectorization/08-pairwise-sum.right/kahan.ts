// Kahan's compensated sum: carries along what each addition lost. More accurate still, and four operations a number.
export function pairwiseSum(x: Float64Array): number {
  let sum = 0;
  let lost = 0;
  for (const v of x) {
    const next = sum + v;
    if (!Number.isFinite(next)) return x.reduce((plain, w) => plain + w, 0); // what infinity loses is nan
    // Neumaier: the larger of the two kept its digits, so the other tells what was lost.
    lost += Math.abs(sum) >= Math.abs(v) ? sum - next + v : v - next + sum;
    sum = next;
  }
  return sum + lost;
}
