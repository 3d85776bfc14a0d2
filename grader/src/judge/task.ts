/**
 * What the judge is asked to do, and what it tells while it works: plain data between the command and its process.
 *
 * Knows no process and no vitest.
 */
import type { LoadRequest } from "../sandbox/guest/student.ts";
import type { Isolation } from "../sandbox/launch.ts";
import type { Heat } from "../sandbox/guest/cache.ts";
import type { Drawn } from "../course/topic.ts";
import type { Bundles } from "../sandbox/bundle.ts";
import type { FaultKind } from "../sandbox/outcome.ts";
import type { HiddenTest } from "./hidden.ts";
import type { Picture } from "./picture.ts";

/** One answer to one exercise. */
export interface Task {
  /** Unique in the job: an exercise's id, or that and the name of a wrong answer. */
  readonly key: string;
  readonly exerciseId: string;
  /** `03-memory/07-safe-as-strided.ts`. */
  readonly file: string;
  readonly load: LoadRequest;
  /** The same files instrumented, for the measures. */
  readonly instrumented: Readonly<Record<string, string>>;
  readonly fastCheck: boolean;
  /** A teacher's own tests, beside the course's. */
  readonly hiddenTests: readonly HiddenTest[];
  /** The only test to run, by its full name; "" for none, null for all. The course's self-check asks for one. */
  readonly onlyTest: string | null;
  /** How a wrong call is drawn, and the reference answer's file if the course has it; null where nothing is drawn. */
  readonly drawing: { readonly drawn: Drawn; readonly reference: string | null } | null;
  /** Whether the first failure ends it, without looking for the smallest counterexample: mutants only ask whether. */
  readonly bail: boolean;
  /** Counted measures; timed ones too. */
  readonly measures: "none" | "counted" | "all";
}

export interface Job {
  readonly id: number;
  readonly tasks: readonly Task[];
  readonly exercisesFolder: string;
  /** Each topic's topic.ts, by the topic's folder. */
  readonly topicFiles: Readonly<Record<string, string>>;
  /** Where a clean tree of tests is laid out; the judge's own. */
  readonly workFolder: string;
  readonly bundles: Bundles;
  readonly isolation: Isolation;
  /** One guest may run many answers, each loaded anew: for answers that are our own. */
  readonly reuseGuests: boolean;
  readonly seed: number;
  readonly hook: string;
}

/** One test's end. */
export interface TestReport {
  readonly name: string;
  readonly isPassed: boolean;
  readonly isHidden: boolean;
  readonly durationMs: number;
  readonly message?: string;
  readonly counterexample?: string;
  readonly expected?: string;
  readonly actual?: string;
  readonly seed?: number;
  readonly picture?: Picture;
  readonly fault?: { readonly kind: FaultKind; readonly message: string };
}

export interface MeasureReport {
  readonly kind: string;
  readonly label: string;
  readonly value: number | null;
  readonly limit: number;
  readonly unit: string;
  readonly points: number;
  readonly verdict:
    | "passed"
    | "over-limit"
    | "failed"
    | "inconclusive"
    | "grader-fault"
    | "not-measured"
    | "crashed"
    | "timed-out"
    | "out-of-memory"
    | "too-much-output";
  readonly message?: string;
  /** The naive loop's figure, and the reference answer's, where there are any. */
  readonly baseline?: number;
  readonly reference?: number;
  readonly interval?: readonly [low: number, high: number];
  /** Of a traced measure: which cache lines were missed. */
  readonly heat?: readonly Heat[];
}

export interface TaskReport {
  readonly key: string;
  readonly tests: readonly TestReport[];
  readonly measures: readonly MeasureReport[];
  readonly output: string;
  readonly durationMs: number;
  /** Our own failure, or the test file's: not the learner's. */
  readonly graderFault?: string;
}

export type JudgeEvent =
  | { readonly type: "ready" }
  | { readonly type: "started"; readonly job: number; readonly key: string }
  | { readonly type: "tested"; readonly job: number; readonly key: string }
  | { readonly type: "report"; readonly job: number; readonly report: TaskReport }
  | { readonly type: "done"; readonly job: number }
  | { readonly type: "fault"; readonly job: number; readonly message: string };
