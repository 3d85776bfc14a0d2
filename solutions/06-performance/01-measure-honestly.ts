/** Reference answer to 6.01: 40 rounds of a b b a, the median of their ratios, and an interval from the sorted ratios. */
export interface Comparison {
  /** Time of a, divided by time of b. */
  readonly ratio: number;
  /** The ratio is surely no smaller. */
  readonly low: number;
  /** The ratio is surely no larger. */
  readonly high: number;
}

const ROUNDS = 40;
const CALLS = 30 / 0.05; // thirty ticks a sample, sixty for each of the two in a round: a tick more or less is under 2 %

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
  const ratios = Array.from({ length: ROUNDS }, () => {
    // Whoever goes first has the cooler machine. With a b b a, each of the two has the first place of a pair once.
    const first = timeOf(a);
    const both = timeOf(b) + timeOf(b);
    return (first + timeOf(a)) / both;
  });
  ratios.sort((p, q) => p - q);
  const at = (share: number): number => ratios[Math.floor(share * ROUNDS)]!;
  return { ratio: at(0.5), low: at(0.33), high: at(0.66) }; // the middle one, the 14th and the 27th
}
