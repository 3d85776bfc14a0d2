/**
 * A median and how far it can be trusted: a bootstrap interval.
 *
 * Knows numbers only; the same samples give the same interval.
 */
const RESAMPLES = 1_000;
/** Of the resampled medians, the share that lies outside on either side. */
const TAIL = 0.005;

export interface Interval {
  readonly median: number;
  readonly low: number;
  readonly high: number;
}

/** The median of `samples` with a 99 % bootstrap interval. */
export function intervalOf(samples: readonly number[]): Interval {
  let state = 0x9e3779b9;
  const next = (): number => {
    // xorshift32: which samples are drawn need not be secret, only the same each time
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
  const medians = Array.from({ length: RESAMPLES }, () =>
    medianOf(samples.map(() => samples[Math.floor(next() * samples.length)] ?? NaN)),
  ).sort((a, b) => a - b);
  return {
    median: medianOf(samples),
    low: medians[Math.floor(RESAMPLES * TAIL)] ?? NaN,
    high: medians[Math.ceil(RESAMPLES * (1 - TAIL)) - 1] ?? NaN,
  };
}

/** The middle of `values`, or the mean of the two middles. */
export function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? (sorted[half] ?? NaN)
    : ((sorted[half - 1] ?? NaN) + (sorted[half] ?? NaN)) / 2;
}
