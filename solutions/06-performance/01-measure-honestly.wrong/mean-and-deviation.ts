// caught by: honesty > the order of the two makes no difference: a to b is the inverse of b to a
// Takes the mean and twice its error: one interruption pulls the mean along and widens the interval.
export interface Comparison {
  readonly ratio: number;
  readonly low: number;
  readonly high: number;
}

const PAIRS = 40;
const CALLS = 1200; // some 60 ticks: a tick more or less is under 2 %

export function compare(
  now: () => number,
  sink: (result: number) => void,
  a: () => number,
  b: () => number,
): Comparison {
  const timeOf = (run: () => number): number => {
    const start = now();
    for (let i = 0; i < CALLS; i++) sink(run());
    return now() - start;
  };
  const ratios = Array.from({ length: PAIRS }, (_, i) => {
    // Both of a pair see the same machine; whoever goes first has the cooler one, so they take turns.
    if (i % 2 === 0) {
      const first = timeOf(a);
      return first / timeOf(b);
    }
    const first = timeOf(b);
    return timeOf(a) / first;
  });
  const ratio = ratios.reduce((sum, r) => sum + r, 0) / PAIRS;
  const error = Math.sqrt(
    ratios.reduce((sum, r) => sum + (r - ratio) ** 2, 0) / PAIRS / (PAIRS - 1),
  );
  return { ratio, low: ratio - 2 * error, high: ratio + 2 * error };
}
