// Samples in the order a b b a: within each four, a slow drift cancels.
export interface Comparison {
  readonly ratio: number;
  readonly low: number;
  readonly high: number;
}

const PAIRS = 40;
const CALLS = 600;

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
    const [outer, inner] = i % 2 === 0 ? [a, b] : [b, a];
    const start = timeOf(outer);
    const middle = timeOf(inner) + timeOf(inner);
    const sum = start + timeOf(outer);
    return i % 2 === 0 ? sum / middle : middle / sum;
  });
  ratios.sort((p, q) => p - q);
  return { ratio: (ratios[19]! + ratios[20]!) / 2, low: ratios[13]!, high: ratios[26]! };
}
