/**
 * Grades answers: what is kept, what is decided at once, and what the judge has to run.
 *
 * Knows the whole way from texts to a record; prints nothing. Used by every command that grades.
 */
import { createHash, randomInt } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { availableParallelism, cpus } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Course, Placement } from "../course/find.ts";
import type { Collected } from "../course/collect.ts";
import { isStub } from "../course/stubs.ts";
import { type Bundles, hashOfFolders } from "../sandbox/bundle.ts";
import type { Isolation } from "../sandbox/launch.ts";
import { type KeptVerdicts, VerdictCache, keyOf } from "./cache.ts";
import { Judge } from "./client.ts";
import type { Hidden } from "./hidden.ts";
import { type Answer, prepare } from "./prepare.ts";
import { type ExerciseRecord, type GradeRecord, sumUp } from "./record.ts";
import type { Job, Task, TaskReport } from "./task.ts";
import { withRun, withoutRun } from "./verdict.ts";

export interface GradeOptions {
  readonly course: Course;
  readonly bundles: Bundles;
  readonly cacheFolder: string;
  readonly isolation: Isolation;
  readonly seed: number;
  readonly timing: boolean;
  /** Measure nothing at all: tests only. */
  readonly testsOnly?: boolean;
  /** Do not look at kept verdicts. */
  readonly force: boolean;
  readonly hidden: Hidden | null;
  readonly runStubs?: boolean;
  /** Where verdicts are kept; a folder below `cacheFolder` unless told. */
  readonly verdicts?: KeptVerdicts;
  /** The answers are the course's own: guests may be shared, which saves most of their starts. */
  readonly reuseGuests?: boolean;
  /** A judge that is running already, for a command that grades often; it is left running. */
  readonly judge?: Judge;
  readonly onProgress?: (progress: Progress) => void;
}

export interface Progress {
  readonly done: number;
  readonly total: number;
  /** The exercise that just ended, or whose measures run. */
  readonly current: string;
}

/**
 * Grades each answer; the records come in the answers' order. `textOf` gives lower exercises' texts, where the answer
 * does not say where it has them from. Answers that are the same to the last byte are run once.
 */
export async function gradeAnswers(
  answers: readonly Answer[],
  textOf: (file: string) => Collected,
  options: GradeOptions,
): Promise<ExerciseRecord[]> {
  const cache = options.verdicts ?? new VerdictCache(join(options.cacheFolder, "verdicts"));
  const keys = new Map(answers.map((answer) => [answer, verdictKey(answer, textOf, options)]));
  const kept = options.force ? new Map<string, never>() : await cache.get([...keys.values()]);
  const fresh = new Map<string, Answer>();
  for (const [answer, key] of keys) if (!kept.has(key) && !fresh.has(key)) fresh.set(key, answer);
  const found = new Map<string, ExerciseRecord>();
  if (fresh.size > 0) {
    const records = await gradeFresh([...fresh.values()], textOf, options, answers.length);
    for (const [key, answer] of fresh) {
      const record = records.get(answer.key);
      if (record !== undefined) found.set(key, record);
    }
    await cache.set(found);
  }
  return answers.map((answer) => {
    const key = keys.get(answer) ?? "";
    const record = found.get(key);
    if (record !== undefined)
      return fresh.get(key) === answer ? record : { ...record, cached: true };
    const known = kept.get(key);
    return known === undefined
      ? withoutRun(
          answer.placement,
          "grader-fault",
          "nothing was found out about it",
          options.timing,
        )
      : { ...known, cached: true };
  });
}

async function gradeFresh(
  answers: readonly Answer[],
  textOf: (file: string) => Collected,
  options: GradeOptions,
  total: number,
): Promise<Map<string, ExerciseRecord>> {
  const { course, bundles, isolation, seed, timing } = options;
  const hook = `made_${randomInt(2 ** 47).toString(36)}`;
  const measures: Task["measures"] =
    options.testsOnly === true ? "none" : timing ? "all" : "counted";
  // Stubs are recognized without a judge, so its start is worth waiting for only where something runs.
  let judge = options.judge ?? null;
  const prepared = prepare(answers, {
    course,
    textOf,
    guestFolder: bundles.guestFolder,
    isolation,
    hook,
    measures,
    hidden: options.hidden,
    runStubs: options.runStubs ?? false,
  });
  if (judge === null && answers.some((answer) => isStarted(answer, course, options)))
    judge = new Judge();
  const { decided, tasks, missing } = await prepared;
  const records = new Map(decided);
  let done = total - tasks.length;
  const progress = (current: string): void => options.onProgress?.({ done, total, current });
  const byKey = new Map(answers.map((answer) => [answer.key, answer.placement]));
  if (tasks.length > 0 && judge !== null) {
    progress("");
    const on = {
      tested: (key: string): void => progress(byKey.get(key)?.exercise.id ?? ""),
      report: (report: TaskReport): void => {
        const placement = byKey.get(report.key);
        if (placement === undefined) return;
        done += 1;
        records.set(report.key, withRun(placement, report, timing, missing.get(report.key)));
        progress(placement.exercise.id);
      },
    };
    const base = {
      id: 1,
      exercisesFolder: course.exercisesFolder,
      topicFiles: course.topicFiles,
      bundles,
      isolation,
      reuseGuests: options.reuseGuests ?? false,
      seed,
      hook,
    };
    const jobOf = (some: readonly Task[]): Job => ({
      ...base,
      tasks: some,
      workFolder: join(
        options.cacheFolder,
        `run-${process.pid}-${randomInt(2 ** 31).toString(36)}`,
      ),
    });
    const fault = await runAll(tasks, judge, jobOf, on);
    for (const { key, placement } of answers) {
      if (!records.has(key))
        records.set(
          key,
          withoutRun(placement, "grader-fault", fault ?? "its judge told nothing", timing),
        );
    }
  }
  if (options.judge === undefined) judge?.stop();
  return records;
}

/**
 * Runs tasks in `judge`; where it dies, the tasks that were under way each get a judge of their own, and the others
 * another one together. What cannot be graded even alone is named in the sentence that comes back.
 */
async function runAll(
  tasks: readonly Task[],
  judge: Judge,
  jobOf: (tasks: readonly Task[]) => Job,
  on: { tested: (key: string) => void; report: (report: TaskReport) => void },
): Promise<string | null> {
  const missing = new Map(tasks.map((task) => [task.key, task]));
  const underWay = new Set<string>();
  const hears = {
    started: (key: string): void => void underWay.add(key),
    tested: on.tested,
    report: (report: TaskReport): void => {
      missing.delete(report.key);
      underWay.delete(report.key);
      on.report(report);
    },
  };
  let fault = await judge.run(jobOf(tasks), hears);
  for (let attempt = 0; attempt < 3 && missing.size > 0 && fault !== null; attempt++) {
    const alone = [...missing.values()].filter(({ key }) => underWay.has(key));
    const together = [...missing.values()].filter(({ key }) => !underWay.has(key));
    underWay.clear();
    for (const some of [
      ...(together.length > 0 ? [together] : []),
      ...alone.map((task) => [task]),
    ]) {
      const other = new Judge();
      fault = (await other.run(jobOf(some), hears)) ?? fault;
      other.stop();
      if (some.length === 1) underWay.clear();
    }
    if (alone.length === missing.size) break; // nothing but what fails alone is left
  }
  return missing.size > 0 ? fault : null;
}

function isStarted(
  { collected, placement }: Answer,
  course: Course,
  options: GradeOptions,
): boolean {
  return (
    collected.kind === "text" &&
    (options.runStubs === true ||
      !isStub(collected.text, placement.file, course.stubIds, course.exercisesFolder))
  );
}

/** Grades `placements` as one submission, and sums up. */
export async function gradeSubmission(
  placements: readonly Placement[],
  submission: string,
  textOf: (file: string) => Collected,
  options: GradeOptions,
): Promise<GradeRecord> {
  const startedAt = new Date();
  const answers = placements.map((placement) => ({
    key: placement.exercise.id,
    placement,
    collected: textOf(placement.file),
  }));
  const exercises = await gradeAnswers(answers, textOf, options);
  const durationMs = Date.now() - startedAt.getTime();
  return recordOf(placements, exercises, { submission, startedAt, durationMs }, options);
}

/** The record of one submission's exercises, in the order of `placements`, graded here and by `options`. */
export function recordOf(
  placements: readonly Placement[],
  exercises: readonly ExerciseRecord[],
  {
    submission,
    startedAt,
    durationMs,
  }: { readonly submission: string; readonly startedAt: Date; readonly durationMs: number },
  { seed, isolation }: Pick<GradeOptions, "seed" | "isolation">,
): GradeRecord {
  const facts = {
    seed,
    isolation,
    node: process.version,
    cpu: `${cpus()[0]?.model ?? "unknown"} (${availableParallelism()} threads)`,
    startedAt: startedAt.toISOString(),
    durationMs,
    submission,
  };
  return sumUp(facts, withCardsFirst(placements, exercises));
}

/** `records` with a word where cards come first. They are in the order of `placements`. */
function withCardsFirst(
  placements: readonly Placement[],
  records: readonly ExerciseRecord[],
): ExerciseRecord[] {
  const open = new Set(
    placements.flatMap(({ exercise }, k) =>
      exercise.kind === "predict" && records[k]?.verdict !== "passed" ? [exercise.id] : [],
    ),
  );
  return records.map((record, k) => {
    const cards = (placements[k]?.exercise.after ?? []).filter((id) => open.has(id));
    const isTold =
      cards.length > 0 && record.verdict !== "passed" && record.verdict !== "not-started";
    return isTold ? { ...record, cardsFirst: cards } : record;
  });
}

const GRADER = fileURLToPath(new URL("..", import.meta.url));
let graderHash: string | null = null;

/** Everything that an answer's verdict depends on. Lower exercises count whole: imports may lead to any of them. */
function verdictKey(
  { placement, collected, key, onlyTest, bail, textOf: ownTextOf }: Answer,
  fallback: (file: string) => Collected,
  options: GradeOptions,
): string {
  const textOf = ownTextOf ?? fallback;
  const { course, bundles, isolation, seed, timing, hidden } = options;
  graderHash ??= hashOfFolders(
    ["judge", "course"].map((room) => join(GRADER, room)),
    [],
  );
  const base = join(course.exercisesFolder, placement.file.slice(0, -3));
  const beside = [
    `${base}.ts`,
    `${base}.test.ts`,
    `${base}.naive.ts`,
    `${base}.harness.ts`,
    `${base}.cards.ts`,
    course.topicFiles[placement.topic.id] ?? "",
  ];
  if (hidden !== null) beside.push(join(hidden.folder, `${placement.file.slice(0, -3)}.test.ts`));
  const text = JSON.stringify([collected, onlyTest ?? null, bail ?? false]);
  const isImporting = collected.kind === "text" && /from\s*["']\.{1,2}\//.test(collected.text);
  const lower = isImporting
    ? course.exercises.slice(0, course.exercises.indexOf(placement)).map(({ file }) => textOf(file))
    : [];
  const flags = JSON.stringify({
    isolation,
    seed,
    timing,
    testsOnly: options.testsOnly ?? false,
    runStubs: options.runStubs ?? false,
    hiddenSeeds: hidden?.seeds ?? [],
    node: process.version,
    key: key.split("/")[0],
  });
  return keyOf([
    bundles.hash,
    graderHash,
    flags,
    text,
    course.stubIds[placement.file] ?? null, // what was a wrong answer may have become the stub
    ...beside.map(contentOf),
    ...lower.map((one) =>
      one.kind === "text" ? createHash("sha256").update(one.text).digest("hex") : one.kind,
    ),
  ]);
}

function contentOf(file: string): string | null {
  return file !== "" && existsSync(file) ? readFileSync(file, "utf8") : null;
}
