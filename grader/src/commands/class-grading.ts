/**
 * Grading submissions that come as bytes: what `class` and `worker` share.
 *
 * Knows the setting and one judge that stays warm; nothing of queues.
 */
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { StubFiles } from "../class/archive.ts";
import type { GradeTerms } from "../class/queue.ts";
import { type Collected, textOf } from "../course/collect.ts";
import { type Placement, UnknownTarget, selectExercises } from "../course/find.ts";
import { Judge } from "../judge/client.ts";
import { type GradeOptions, gradeSubmission } from "../judge/grade.ts";
import type { GradeRecord } from "../judge/record.ts";
import { hashOfFolders } from "../sandbox/bundle.ts";
import { LIMITS } from "../sandbox/limits.ts";
import { UsageError } from "./command.ts";
import type { Setting } from "./setting.ts";

const GRADER = join(dirname(fileURLToPath(import.meta.url)), "..");

export class Grading {
  readonly terms: GradeTerms;
  readonly files: readonly string[];
  readonly maxPoints: number;
  readonly #placements: readonly Placement[];
  readonly #options: GradeOptions;
  readonly #judge = new Judge();

  constructor(setting: Setting, options: GradeOptions, targets: readonly string[]) {
    const { course, bundles } = setting;
    this.#placements = select(setting, targets);
    this.#options = { ...options, judge: this.#judge };
    this.files = this.#placements.map(({ file }) => file);
    this.maxPoints = this.#placements.reduce((sum, p) => sum + p.maxPoints, 0);
    const folders = [
      course.exercisesFolder,
      course.solutionsFolder,
      ...["sandbox", "course", "judge"].map((room) => join(GRADER, room)),
    ];
    this.terms = {
      targets: this.files,
      seed: options.seed,
      timing: options.timing,
      isolation: options.isolation,
      version: hashOfFolders(folders, [bundles.hash, process.version]),
    };
  }

  /** The record of one submission. */
  async grade(files: StubFiles): Promise<GradeRecord> {
    const given = (file: string): Collected => collected(files.get(file));
    return gradeSubmission(this.#placements, "a submission", given, this.#options);
  }

  stop(): void {
    this.#judge.stop();
  }
}

function select({ course }: Setting, targets: readonly string[]): Placement[] {
  try {
    return selectExercises(course, targets);
  } catch (error) {
    throw error instanceof UnknownTarget ? new UsageError(error.message) : error;
  }
}

/** Bytes as the judge takes a learner's file. */
function collected(bytes: Uint8Array | undefined): Collected {
  if (bytes === undefined) return { kind: "missing" };
  if (bytes.length > LIMITS.sourceBytes)
    return {
      kind: "refused",
      reason: `${bytes.length} bytes of source (limit ${LIMITS.sourceBytes})`,
    };
  return textOf(bytes);
}
