// caught by: honesty > of 60 comparisons of a thing with itself, at least 54 say that 1 is possible
// Measures one after the other, while the machine gets warm: b looks slower than it is.
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
  const ofA = Array.from({ length: PAIRS }, () => timeOf(a));
  const ofB = Array.from({ length: PAIRS }, () => timeOf(b));
  const ratios = ofA.map((t, i) => t / ofB[i]!);
  ratios.sort((p, q) => p - q);
  return { ratio: (ratios[19]! + ratios[20]!) / 2, low: ratios[13]!, high: ratios[26]! };
}
