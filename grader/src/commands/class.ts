/**
 * `class`: grades a folder or zip of submissions and fills the teacher's gradebook.
 *
 * Ties roster, submissions, queue and reports together. It can be stopped and started again: what was graded stays.
 */
import { mkdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { type Database, openDatabase } from "../class/database.ts";
import { GradeQueue, type GradeTerms, keyOf } from "../class/queue.ts";
import { readRoster } from "../class/roster.ts";
import {
  countResults,
  dropResults,
  getResults,
  knownKeys,
  prepareStore,
  putSubmission,
  sharedVerdicts,
} from "../class/store.ts";
import { type Collected, collectSubmissions } from "../class/submissions.ts";
import { work } from "../class/worker.ts";
import { selectExercises } from "../course/find.ts";
import type { GradeRecord } from "../judge/record.ts";
import { Grading, mostOf } from "./class-grading.ts";
import { ClassProgress } from "./class-progress.ts";
import { reportClass } from "./class-report.ts";
import { type Command, type CommandInput, UsageError, textOption } from "./command.ts";
import {
  GRADING_OPTIONS,
  databaseOption,
  gradeOptions,
  openSetting,
  revealOption,
} from "./setting.ts";

export const command: Command = {
  summary: "grade a class's submissions and fill the gradebook (teachers)",
  usage:
    "SUBMISSIONS --roster roster.csv --out DIR [TARGET…] [--column NAME] [--database URL] [--regrade] [--force] [--no-timing] [--seed N] [--isolation process|sandbox] [--hidden DIR] [--reveal none|names|messages]",
  options: {
    ...GRADING_OPTIONS,
    roster: { type: "string" },
    out: { type: "string" },
    column: { type: "string" },
    database: { type: "string" },
    regrade: { type: "boolean" },
    reveal: { type: "string" },
  },
  run,
};

async function run(input: CommandInput): Promise<number> {
  const [folder, ...targets] = input.positionals;
  const rosterFile = textOption(input, "roster");
  const given = textOption(input, "out");
  if (folder === undefined || rosterFile === undefined || given === undefined)
    throw new UsageError(`class takes ${command.usage}`);
  const reveal = revealOption(input);
  const roster = await asUsage(() => readRoster(readBytes(rosterFile), rosterFile));
  const setting = await openSetting(input);
  const grading = new Grading(setting, gradeOptions(input, setting));
  const placements = selectExercises(setting.course, targets);
  const files = setting.course.exercises.map(({ file }) => file);
  const collected = await asUsage(() => collectSubmissions(resolve(folder), roster, files));
  const out = resolve(given);
  const progress = new ClassProgress(process.stderr);
  const db = await openDatabase(databaseOption(input), join(out, ".database"), {
    seconds: 120,
    onAway: (why) => progress.say(`the database is away, waiting for it: ${why}`),
  });
  mkdirSync(out, { recursive: true }); // only now: a database that is away leaves no empty folder behind
  try {
    const graded = await gradeAll(db, collected, grading, grading.terms(placements), progress, {
      isRegrading: input.values["regrade"] === true || input.values["force"] === true,
    });
    const lines = reportClass({
      out,
      roster,
      collected,
      ...graded,
      placements,
      reveal,
      timing: input.values["no-timing"] !== true,
      column: textOption(input, "column") ?? "Deep Dive",
      exercisesFolder: setting.course.exercisesFolder,
    });
    process.stdout.write(`${[...lines, progress.summary(grading.spent)].join("\n")}\n`);
  } finally {
    grading.stop();
    await db.close();
  }
  return 0;
}

interface Graded {
  /** Records by student's key. */
  readonly results: ReadonlyMap<string, GradeRecord>;
  /** Why a submission could not be graded, by student's key. */
  readonly faults: ReadonlyMap<string, string>;
}

/** Queues what has no result, and works until all have one or cannot have one. */
async function gradeAll(
  db: Database,
  collected: Collected,
  grading: Grading,
  terms: GradeTerms,
  progress: ClassProgress,
  { isRegrading }: { readonly isRegrading: boolean },
): Promise<Graded> {
  await prepareStore(db);
  const queue = await GradeQueue.open(db, terms);
  const usable = collected.submissions.filter((s) => s.problem === null);
  const keys = new Map(usable.map((s) => [s.student.key, keyOf(s.hash, terms)]));
  const byKey = new Map(usable.map((s) => [keyOf(s.hash, terms), s]));
  const unique = [...byKey.keys()];
  try {
    if (isRegrading) {
      await dropResults(db, unique);
      await queue.forget(unique);
    }
    const known = await knownKeys(db, unique);
    const open = [...byKey].filter(([key]) => !known.has(key));
    for (const [, s] of open) await putSubmission(db, s.hash, s.files);
    await queue.add(open.map(([key, s]) => ({ key, hash: s.hash, terms })));
    progress.begin(unique.length, known.size);
    const isDone = async (): Promise<boolean> => {
      const done = await countResults(db, unique);
      progress.show(done);
      return done + (await queue.failed(unique)).size >= unique.length;
    };
    await work(db, queue, (works) => grading.grade(works, sharedVerdicts(db)), isDone, {
      mostOf,
      events: {
        graded: () => progress.step(),
        failed: (_, message) => progress.say(`a grading failed and is tried again: ${message}`),
      },
    });
    const records = new Map((await getResults(db, unique)).map((r) => [r.key, r.record]));
    const failed = await queue.failed(unique.filter((key) => !records.has(key)));
    return { results: byStudent(keys, records), faults: byStudent(keys, failed) };
  } finally {
    progress.end();
    await queue.close();
  }
}

function byStudent<T>(
  keys: ReadonlyMap<string, string>,
  found: ReadonlyMap<string, T>,
): Map<string, T> {
  return new Map(
    [...keys].flatMap(([student, key]) => {
      const one = found.get(key);
      return one === undefined ? [] : [[student, one] as const];
    }),
  );
}

/** What people hand in is theirs to mend: one line, without a word of the grader's failing. */
async function asUsage<T>(act: () => T | Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function readBytes(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch {
    throw new UsageError(`--roster: ${file} cannot be read`);
  }
}
