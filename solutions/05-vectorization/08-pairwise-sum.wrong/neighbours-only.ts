// caught by: laws > whole numbers sum exactly, whatever the length
// Adds neighbours round by round, and drops the odd one out.
export function pairwiseSum(x: Float64Array): number {
  if (x.length === 0) return 0;
  let round = x.slice();
  while (round.length > 1)
    round = Float64Array.from(
      { length: round.length >> 1 },
      (_, i) => round[2 * i]! + round[2 * i + 1]!,
    );
  return round[0]!;
}
