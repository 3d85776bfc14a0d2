/**
 * Running cases: check that everybody computes the same, then time them.
 *
 * A wrong result is an error, not a time.
 */
import type { Case } from "../cases/case.ts";
import type { PeerProcess } from "../peers/process.ts";
import type { Checksum, Subject } from "../peers/subject.ts";
import { type RoundOptions, type Samples, measure } from "./rounds.ts";

export interface Result {
  readonly suite: string;
  readonly op: string;
  readonly dtype: string;
  readonly n: number;
  readonly samples: Samples;
  /** Subjects that computed something else or failed, with what they got. */
  readonly wrong: readonly string[];
}

/**
 * Checks and times one case with everybody who can run it.
 *
 * The first result is what the others are held against; whoever differs, or fails while timed, is left out.
 */
export async function runCase(
  c: Case,
  peers: readonly Pick<PeerProcess, "subject">[],
  options: RoundOptions,
): Promise<Result> {
  const ready: Subject[] = [];
  const wrong: string[] = [];
  let expected: Checksum | null = null;
  for (const peer of peers) {
    const subject = peer.subject(c);
    if (subject === null) continue;
    try {
      const got = await subject.check();
      expected ??= got;
      if (c.isView === true || agrees(got, expected, c.tolerance ?? 1e-12)) ready.push(subject);
      else
        wrong.push(
          `${subject.name}: ${got.size} elements, sum ${got.checksum}; expected ${expected.size}, sum ${expected.checksum}`,
        );
    } catch (error) {
      wrong.push(`${subject.name}: ${messageOf(error)}`);
    }
  }
  const { suite, op, dtype, n } = c;
  const samples = await measure(ready, options, (subject, error) => {
    wrong.push(`${subject.name}: ${messageOf(error)}`);
  });
  return { suite, op, dtype, n, samples, wrong };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function agrees(got: Checksum, expected: Checksum, tolerance: number): boolean {
  const scale = Math.max(1, Math.abs(expected.checksum), expected.size * 0.01);
  return (
    got.size === expected.size && Math.abs(got.checksum - expected.checksum) <= tolerance * scale
  );
}
