/**
 * Running cases: check that everybody computes the same, then time them.
 *
 * A wrong result is an error, not a time.
 */
import type { Case } from "../cases/case.ts";
import { loops } from "../peers/loops.ts";
import type { NumPy } from "../peers/numpy.ts";
import { numpyTs } from "../peers/numpy_ts.ts";
import type { PeerLibrary } from "../cases/case.ts";
import { ours } from "../peers/ours.ts";
import type { Checksum, Subject } from "../peers/subject.ts";
import { type RoundOptions, type Samples, measure } from "./rounds.ts";

export interface Result {
  readonly suite: string;
  readonly op: string;
  readonly dtype: string;
  readonly n: number;
  readonly samples: Samples;
  /** Subjects that computed something else, with what they got. */
  readonly wrong: readonly string[];
}

export interface Peers {
  readonly numpy: NumPy | null;
  readonly numpyTs: PeerLibrary | null;
}

/** Checks and times one case with everybody who can run it. */
export async function runCase(c: Case, peers: Peers, options: RoundOptions): Promise<Result> {
  const ready: Subject[] = [];
  const wrong: string[] = [];
  let expected: Checksum | null = null;
  for (const subject of subjectsOf(c, peers)) {
    try {
      const got = await subject.check();
      expected ??= got;
      if (c.isView === true || agrees(got, expected, c.tolerance ?? 1e-12)) ready.push(subject);
      else
        wrong.push(
          `${subject.name}: ${got.size} elements, sum ${got.checksum}; expected ${expected.size}, sum ${expected.checksum}`,
        );
    } catch (error) {
      wrong.push(`${subject.name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  const { suite, op, dtype, n } = c;
  return { suite, op, dtype, n, samples: await measure(ready, options), wrong };
}

/** NumPy first, where it is there: its result is what the others are held against. */
function subjectsOf(c: Case, peers: Peers): Subject[] {
  const all = [
    peers.numpy?.subject(c) ?? null,
    ours(c, true),
    ours(c, false),
    ...(peers.numpyTs === null
      ? []
      : [numpyTs(peers.numpyTs, c, true), numpyTs(peers.numpyTs, c, false)]),
    loops(c),
  ];
  return all.filter((s) => s !== null);
}

function agrees(got: Checksum, expected: Checksum, tolerance: number): boolean {
  const scale = Math.max(1, Math.abs(expected.checksum), expected.size * 0.01);
  return (
    got.size === expected.size && Math.abs(got.checksum - expected.checksum) <= tolerance * scale
  );
}
