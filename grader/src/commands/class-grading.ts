/**
 * Grading submissions that come as bytes: what `class` and `worker` share.
 *
 * Knows the setting and one judge that stays warm; nothing of queues.
 */
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { GradeTerms } from "../class/queue.ts";
import type { Work } from "../class/worker.ts";
import { type Collected, textOf } from "../course/collect.ts";
import type { Placement } from "../course/find.ts";
import type { KeptVerdicts } from "../judge/cache.ts";
import { Judge } from "../judge/client.ts";
import { type GradeOptions, gradeAnswers, recordOf } from "../judge/grade.ts";
import type { GradeRecord } from "../judge/record.ts";
import { hashOfFolders } from "../sandbox/bundle.ts";
import { LIMITS } from "../sandbox/limits.ts";
import type { Setting } from "./setting.ts";

const GRADER = join(dirname(fileURLToPath(import.meta.url)), "..");
/** Answers in one run of the judge: enough that its start does not count, few enough that a person sees it go on. */
const ANSWERS = 100;

/** Each run leaves a few ended guests that the system keeps listed until their judge ends as well. */
const RUNS_PER_JUDGE = 40;

/** How many submissions of so many exercises are worth grading together. */
export function mostOf(exercises: number): number {
  return Math.max(1, Math.min(25, Math.floor(ANSWERS / Math.max(1, exercises))));
}

/** Counts of exercises: how many were run, and how many verdicts were known. */
export interface Spent {
  ran: number;
  known: number;
}

export class Grading {
  /** What a worker here can grade. */
  readonly version: string;
  readonly spent: Spent = { ran: 0, known: 0 };
  readonly #setting: Setting;
  readonly #options: GradeOptions;
  #judge: Judge | null = null;
  #runs = 0;

  constructor(setting: Setting, options: GradeOptions) {
    const { course, bundles } = setting;
    this.#setting = setting;
    this.#options = options;
    const folders = [
      course.exercisesFolder,
      course.solutionsFolder,
      ...["sandbox", "course", "judge"].map((room) => join(GRADER, room)),
      ...(options.hidden === null ? [] : [options.hidden.folder]),
    ];
    this.version = hashOfFolders(folders, [
      bundles.hash,
      process.version,
      JSON.stringify(options.hidden?.seeds ?? null),
    ]);
  }

  /** What submissions are graded by: these exercises, and the options this was made with. */
  terms(placements: readonly Placement[]): GradeTerms {
    const { seed, timing, isolation } = this.#options;
    const targets = placements.map(({ file }) => file);
    return { targets, seed, timing, isolation, version: this.version };
  }

  /** The records of submissions, each by its job's terms; verdicts are kept in `verdicts` and taken from there. */
  async grade(works: readonly Work[], verdicts: KeptVerdicts): Promise<GradeRecord[]> {
    const groups = Map.groupBy(works, ({ job }) => JSON.stringify(job.terms));
    const records = new Map<Work, GradeRecord>();
    for (const group of groups.values()) {
      const found = await this.#gradeAlike(group, group[0]!.job.terms, verdicts); // groups are never empty
      for (const [k, one] of group.entries()) records.set(one, found[k]!); // as many, in their order
    }
    return works.map((one) => records.get(one)!); // each is in a group
  }

  async #gradeAlike(
    works: readonly Work[],
    terms: GradeTerms,
    verdicts: KeptVerdicts,
  ): Promise<GradeRecord[]> {
    const wanted = new Set(terms.targets);
    const placements = this.#setting.course.exercises.filter(({ file }) => wanted.has(file));
    const judge = this.#warmJudge();
    const { seed, timing, isolation } = terms;
    const options = { ...this.#options, seed, timing, isolation, verdicts, judge };
    const startedAt = new Date();
    const answers = works.flatMap(({ files }, k) => {
      const own = (file: string): Collected => collected(files.get(file));
      return placements.map((placement) => ({
        key: `${placement.exercise.id}/${k}`,
        placement,
        collected: own(placement.file),
        textOf: own,
      }));
    });
    const found = await gradeAnswers(answers, () => ({ kind: "missing" }), options);
    for (const { verdict, cached } of found)
      if (verdict !== "not-started") this.spent[cached === true ? "known" : "ran"] += 1;
    return works.map((_, k) => {
      const own = found.slice(k * placements.length, (k + 1) * placements.length);
      const durationMs = own.reduce((sum, e) => sum + (e.cached === true ? 0 : e.durationMs), 0);
      const facts = { submission: "a submission", startedAt, durationMs };
      return recordOf(placements, own, facts, options);
    });
  }

  /** The judge at hand; another one where it was killed, and after a while. */
  #warmJudge(): Judge {
    if (this.#judge?.isAlive !== true || this.#runs >= RUNS_PER_JUDGE) {
      this.#judge?.stop();
      this.#judge = new Judge();
      this.#runs = 0;
    }
    this.#runs += 1;
    return this.#judge;
  }

  stop(): void {
    this.#judge?.stop();
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
