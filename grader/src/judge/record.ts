/**
 * The record of a grading: what `--json` writes and every report is made from.
 *
 * Knows the documented shape, `deep-dive/grade/v1`, and how points add up. Points are whole numbers.
 */
import type { Heat } from "../sandbox/guest/cache.ts";
import type { Isolation } from "../sandbox/launch.ts";
import type { Picture } from "./picture.ts";

export type Verdict =
  | "passed"
  | "failed"
  | "not-started"
  | "over-limit"
  | "crashed"
  | "timed-out"
  | "out-of-memory"
  | "too-much-output"
  | "forbidden"
  | "syntax-error"
  | "inconclusive"
  | "grader-fault";

export interface TestRecord {
  readonly name: string;
  readonly verdict: Verdict;
  readonly message?: string;
  readonly counterexample?: string;
  readonly expected?: string;
  readonly actual?: string;
  readonly seed?: number;
  /** Which memory the answer read, and which it should have read. */
  readonly picture?: Picture;
  /** A teacher's own test: reports may not show more of it than `--reveal` allows. */
  readonly hidden?: boolean;
  /** It fails, and cards that come before it are not all answered right: nothing to worry about yet. */
  readonly waiting?: boolean;
}

export interface MeasureRecord {
  readonly kind: string;
  readonly label: string;
  readonly value: number | null;
  readonly limit: number;
  readonly unit: string;
  readonly points: number;
  readonly maxPoints: number;
  readonly baseline?: number;
  readonly reference?: number;
  readonly interval?: readonly [low: number, high: number];
  /** Of a traced measure: which cache lines were touched and missed, array by array. */
  readonly heat?: readonly Heat[];
  readonly message?: string;
  readonly verdict: Verdict | "not-measured";
}

export interface ExerciseRecord {
  readonly id: string;
  readonly topic: string;
  readonly name: string;
  readonly file: string;
  readonly verdict: Verdict;
  readonly points: number;
  /** Points that nothing could be said about. */
  readonly openPoints: number;
  readonly maxPoints: number;
  readonly durationMs: number;
  readonly tests: readonly TestRecord[];
  readonly measures: readonly MeasureRecord[];
  /** Why, where no test says it: a syntax error's place, a refused file. */
  readonly message?: string;
  /** What the learner's code printed: raw, capped; whoever shows it escapes it. */
  readonly output?: string;
  /** Exercises of this run with cards that come before this one's code, and are not answered right. Nothing is locked. */
  readonly cardsFirst?: readonly string[];
  /** Its counted figures may stand on a leaderboard. */
  readonly capstone?: boolean;
  /** The verdict was kept from an earlier run. */
  readonly cached?: boolean;
}

export interface GradeRecord {
  readonly schema: "deep-dive/grade/v1";
  readonly seed: number;
  readonly isolation: Isolation;
  readonly node: string;
  readonly cpu: string;
  readonly startedAt: string;
  readonly durationMs: number;
  readonly submission: string;
  readonly points: number;
  readonly openPoints: number;
  readonly maxPoints: number;
  readonly topics: readonly {
    readonly id: string;
    readonly points: number;
    readonly openPoints: number;
    readonly maxPoints: number;
  }[];
  readonly exercises: readonly ExerciseRecord[];
}

/** The record of `exercises`, with sums by topic. */
export function sumUp(
  facts: Omit<
    GradeRecord,
    "schema" | "points" | "openPoints" | "maxPoints" | "topics" | "exercises"
  >,
  exercises: readonly ExerciseRecord[],
): GradeRecord {
  const { seed, isolation, node, cpu, startedAt, durationMs, submission } = facts;
  const topics = [...new Set(exercises.map(({ topic }) => topic))].map((id) => ({
    id,
    ...totals(exercises.filter(({ topic }) => topic === id)),
  }));
  return {
    schema: "deep-dive/grade/v1",
    seed,
    isolation,
    node,
    cpu,
    startedAt,
    durationMs,
    submission,
    ...totals(exercises),
    topics,
    exercises,
  };
}

function totals(exercises: readonly ExerciseRecord[]): {
  points: number;
  openPoints: number;
  maxPoints: number;
} {
  const sum = (of: (exercise: ExerciseRecord) => number): number =>
    exercises.reduce((total, exercise) => total + of(exercise), 0);
  return {
    points: sum((one) => one.points),
    openPoints: sum((one) => one.openPoints),
    maxPoints: sum((one) => one.maxPoints),
  };
}
