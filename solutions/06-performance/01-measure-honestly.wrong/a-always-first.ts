// caught by: honesty > who goes first changes: on average neither of the two is called later than the other
// Pairs, but a always goes first: its machine is a little cooler every time.
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
  const ratios = Array.from({ length: PAIRS }, () => timeOf(a) / timeOf(b));
  ratios.sort((p, q) => p - q);
  return { ratio: (ratios[19]! + ratios[20]!) / 2, low: ratios[13]!, high: ratios[26]! };
}
