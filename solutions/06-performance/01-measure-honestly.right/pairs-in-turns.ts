// 40 pairs in turns, and the mean of the two middle ratios.
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
  ratios.sort((p, q) => p - q);
  return { ratio: (ratios[19]! + ratios[20]!) / 2, low: ratios[13]!, high: ratios[26]! };
}
