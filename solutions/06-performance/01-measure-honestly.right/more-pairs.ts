// 60 pairs of shorter samples; the median of 60 lies between the 23rd and the 38th, 95 times in 100.
export interface Comparison {
  readonly ratio: number;
  readonly low: number;
  readonly high: number;
}

const PAIRS = 60;
const CALLS = 700;

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
  return { ratio: (ratios[29]! + ratios[30]!) / 2, low: ratios[22]!, high: ratios[37]! };
}
