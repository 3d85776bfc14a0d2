/**
 * Rounds: every subject in turn, again and again, so that a slow moment of the machine hits all of them.
 *
 * Judges by ratios within a round, never by absolute times. The figure is the median of the paired ratios.
 */
import type { Subject } from "../peers/subject.ts";

/** Nanoseconds for one run, round by round, of every subject. */
export type Samples = Readonly<Record<string, readonly number[]>>;

export interface Ratio {
  /** The median of the rounds' ratios. */
  readonly median: number;
  /** The middle half of them. */
  readonly low: number;
  readonly high: number;
}

export interface RoundOptions {
  readonly rounds: number;
  /** How long one subject's turn should take. */
  readonly turnMs: number;
}

/**
 * Times every subject in every round.
 *
 * A subject that throws is dropped with all its samples, and `onFailure` hears of it.
 */
export async function measure<S extends Subject>(
  subjects: readonly S[],
  { rounds, turnMs }: RoundOptions,
  onFailure: (subject: S, error: unknown) => void,
): Promise<Samples> {
  const entries: Entry<S>[] = [];
  for (const subject of subjects) {
    try {
      entries.push({ subject, times: await timesPerTurn(subject, turnMs), samples: [] });
    } catch (error) {
      onFailure(subject, error);
    }
  }
  for (let round = 0; round < rounds; round++) {
    for (const e of inTurn(entries, round)) {
      try {
        e.samples.push((await e.subject.run(e.times)) / e.times);
      } catch (error) {
        onFailure(e.subject, error);
        entries.splice(entries.indexOf(e), 1);
      }
    }
  }
  return Object.fromEntries(entries.map((e) => [e.subject.name, e.samples]));
}

interface Entry<S> {
  readonly subject: S;
  /** Runs that fill a turn. */
  readonly times: number;
  readonly samples: number[];
}

/** How many times as fast as `other` `subject` is, or null where one of them was not measured. */
export function ratio(samples: Samples, subject: string, other: string): Ratio | null {
  const [ours, theirs] = [samples[subject], samples[other]];
  if (ours === undefined || theirs === undefined) return null;
  const ratios = ours.map((ns, round) => theirs[round]! / ns);
  return {
    median: quantile(ratios, 0.5),
    low: quantile(ratios, 0.25),
    high: quantile(ratios, 0.75),
  };
}

/** Forwards, then backwards: whoever runs next to whom changes from round to round. */
function inTurn<T>(entries: readonly T[], round: number): T[] {
  return round % 2 === 0 ? [...entries] : entries.toReversed();
}

/** How long everybody runs before any time counts, in turns: compiled code comes late on a busy machine. */
const WARM_TURNS = 8;

/** And how often: memory that the collector gives back is used again only after a few large results. */
const WARM_RUNS = 16;

/** How many runs fill a turn, once the code is warm. */
async function timesPerTurn(subject: Subject, turnMs: number): Promise<number> {
  const turn = turnMs * 1e6;
  let times = 1;
  let spent = 0;
  let runs = 0;
  for (;;) {
    const ns = await subject.run(times);
    spent += ns;
    runs += times;
    const isFull = ns > turn * 0.5 || times >= 1 << 24;
    if (isFull && spent >= turn * WARM_TURNS && runs >= WARM_RUNS)
      return Math.max(1, Math.round((times * turn) / ns));
    if (!isFull) times *= 2;
  }
}

/** The value below which a share `q` of `values` lies, interpolated. */
export function quantile(values: readonly number[], q: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (sorted.length - 1) * q;
  const low = Math.floor(at);
  return sorted[low]! + (at - low) * ((sorted[low + 1] ?? sorted[low]!) - sorted[low]!);
}

/** The mean that fits ratios. */
export function geometricMean(ratios: readonly number[]): number {
  return Math.exp(ratios.reduce((sum, r) => sum + Math.log(r), 0) / ratios.length);
}
