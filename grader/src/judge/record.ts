/**
 * The record of one grading: what `--json` writes, and what every report is made from.
 *
 * Knows data only. Points are whole numbers; what a report shows follows from here, never from the run.
 */

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
  /** The shrunk input, in NumPy's notation. */
  readonly counterexample?: string;
  readonly expected?: string;
  readonly actual?: string;
  readonly seed?: number;
}

export interface MeasureRecord {
  readonly kind: string;
  readonly label?: string;
  /** Null where nothing could be measured. */
  readonly value: number | null;
  readonly limit: number;
  readonly unit: string;
  /** The naive loop's figure, and the reference answer's. */
  readonly baseline?: number;
  readonly reference?: number;
  readonly interval?: readonly [low: number, high: number];
  readonly verdict: Verdict;
  readonly points: number;
  readonly maxPoints: number;
  readonly message?: string;
}

export interface ExerciseRecord {
  readonly id: string;
  readonly topic: string;
  readonly name: string;
  readonly file: string;
  readonly verdict: Verdict;
  readonly points: number;
  readonly maxPoints: number;
  readonly durationMs: number;
  readonly tests: readonly TestRecord[];
  readonly measures: readonly MeasureRecord[];
  /** One line that says why, where the verdict is not `passed`. */
  readonly reason?: string;
  /** What the answer printed: capped, and stripped of control sequences. */
  readonly output?: string;
}

export interface TopicRecord {
  readonly id: string;
  readonly points: number;
  readonly maxPoints: number;
}

export interface GradeRecord {
  readonly schema: "deep-dive/grade/v1";
  readonly seed: number;
  readonly isolation: "process" | "sandbox";
  readonly node: string;
  readonly cpu: string;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  readonly durationMs: number;
  /** The folder that was graded. */
  readonly submission: string;
  readonly points: number;
  /** Points that neither were given nor taken: measure again. */
  readonly openPoints: number;
  readonly maxPoints: number;
  readonly topics: readonly TopicRecord[];
  readonly exercises: readonly ExerciseRecord[];
}
