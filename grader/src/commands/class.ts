/**
 * `class`: grades a folder of submissions and fills the teacher's gradebook.
 *
 * Ties roster, submissions, queue and reports together. It can be stopped and started again: what was graded stays.
 */
import { mkdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { type ClassResult, type SimilarAnswers, classPage } from "../class/class-page.ts";
import { type Database, openDatabase } from "../class/database.ts";
import { gradebook } from "../class/gradebook.ts";
import { GradeQueue, keyOf } from "../class/queue.ts";
import { readRoster } from "../class/roster.ts";
import { similarPairs } from "../class/similar.ts";
import {
  countResults,
  dropResults,
  getResults,
  prepareStore,
  putSubmission,
} from "../class/store.ts";
import { type Collected, collectSubmissions } from "../class/submissions.ts";
import { work } from "../class/worker.ts";
import { readStub } from "../course/collect.ts";
import type { GradeRecord } from "../judge/record.ts";
import { saveFile } from "../report/save.ts";
import { reportPage } from "../report/page/page.ts";
import { type Command, type CommandInput, UsageError, textOption } from "./command.ts";
import { Grading } from "./class-grading.ts";
import { GRADING_OPTIONS, gradeOptions, openSetting } from "./setting.ts";

export const command: Command = {
  summary: "grade a class's submissions and fill the gradebook (teachers)",
  usage:
    "SUBMISSIONS --roster roster.csv --out DIR [TARGET…] [--column NAME] [--database URL] [--regrade] [--no-timing]",
  options: {
    ...GRADING_OPTIONS,
    roster: { type: "string" },
    out: { type: "string" },
    column: { type: "string" },
    database: { type: "string" },
    regrade: { type: "boolean" },
  },
  run,
};

async function run(input: CommandInput): Promise<number> {
  const [folder, ...targets] = input.positionals;
  const rosterFile = textOption(input, "roster");
  const out = textOption(input, "out");
  if (folder === undefined || rosterFile === undefined || out === undefined)
    throw new UsageError(`class takes ${command.usage}`);
  const roster = readRoster(readBytes(rosterFile), rosterFile);
  const collected = await collectSubmissions(resolve(folder), roster);
  const setting = await openSetting(input);
  const options = gradeOptions(input, setting);
  const grading = new Grading(setting, options, targets);
  mkdirSync(resolve(out), { recursive: true });
  const db = await openDatabase(textOption(input, "database"), join(resolve(out), ".database"));
  try {
    const results = await gradeAll(db, collected, grading, input.values["regrade"] === true);
    report(
      resolve(out),
      roster,
      collected,
      results,
      grading,
      textOption(input, "column") ?? "Deep Dive",
      setting.course.exercisesFolder,
    );
  } finally {
    grading.stop();
    await db.close();
  }
  return 0;
}

/** Queues what has no result, works until all have one, and gives results by student. */
async function gradeAll(
  db: Database,
  collected: Collected,
  grading: Grading,
  isRegrading: boolean,
): Promise<ReadonlyMap<string, GradeRecord>> {
  await prepareStore(db);
  const queue = await GradeQueue.open(db);
  const usable = collected.submissions.filter((s) => s.problem === null);
  const keys = new Map(usable.map((s) => [s.student.key, keyOf(s.hash, grading.terms)]));
  const unique = [...new Set(keys.values())];
  try {
    if (isRegrading) {
      await dropResults(db, unique);
      await queue.forget(unique);
    }
    const known = new Set((await getResults(db, unique)).map((r) => r.key));
    for (const s of usable) await putSubmission(db, s.hash, s.files);
    const open = usable.filter((s) => !known.has(keys.get(s.student.key)!));
    await queue.add([
      ...new Map(
        open.map((s) => [
          s.hash,
          { key: keys.get(s.student.key)!, hash: s.hash, terms: grading.terms },
        ]),
      ).values(),
    ]);
    const progress = new ClassProgress(unique.length, known.size);
    const isDone = async (): Promise<boolean> =>
      (await countResults(db, unique)) + (await queue.state(unique)).failed.size >= unique.length;
    await work(db, queue, (files) => grading.grade(files), isDone, {
      graded: () => progress.step(),
      failed: (_, message) => progress.say(message),
    });
    progress.end();
  } finally {
    await queue.close();
  }
  const records = new Map((await getResults(db, unique)).map((r) => [r.key, r.record]));
  return new Map(
    [...keys].flatMap(([student, key]) => (records.has(key) ? [[student, records.get(key)!]] : [])),
  );
}

/** Files by student, the gradebook, the class page, and a summary on the screen. */
function report(
  out: string,
  roster: ReturnType<typeof readRoster>,
  collected: Collected,
  results: ReadonlyMap<string, GradeRecord>,
  grading: Grading,
  column: string,
  exercisesFolder: string,
): void {
  const students = join(out, "students");
  mkdirSync(students, { recursive: true });
  for (const [key, record] of results) {
    const name = key.replaceAll(/[^\w.@-]/g, "_");
    saveFile(join(students, `${name}.json`), `${JSON.stringify(record, null, 2)}\n`);
    saveFile(join(students, `${name}.html`), reportPage(record));
  }
  const problems = new Map(
    collected.submissions.flatMap((s) => (s.problem === null ? [] : [[s.student.key, s.problem]])),
  );
  const maxPoints = grading.maxPoints;
  const feedback = (key: string): string => {
    const record = results.get(key);
    if (record === undefined) return problems.get(key) ?? "";
    return record.topics.map((t) => `${t.id}: ${t.points}/${t.maxPoints}`).join("; ");
  };
  saveFile(
    join(out, "gradebook.csv"),
    gradebook(roster, {
      column,
      maxPoints,
      pointsOf: (key) => results.get(key)?.points ?? null,
      feedbackOf: feedback,
    }),
  );
  const rows = roster.students.map(({ key, name }): ClassResult => {
    const record = results.get(key) ?? null;
    return {
      key,
      name,
      record,
      problem: record === null ? (problems.get(key) ?? "no submission") : null,
    };
  });
  saveFile(
    join(out, "class.html"),
    classPage(rows, similarAnswers(collected, grading, exercisesFolder)),
  );
  const lines = [
    `${results.size} of ${roster.students.length} students graded, ${problems.size} submissions could not be read, ${collected.missing.length} students handed nothing in`,
    ...[...problems].slice(0, 10).map(([key, problem]) => `  ${key}: ${problem}`),
    ...(collected.strangers.length === 0
      ? []
      : [
          `not on the roster: ${collected.strangers.slice(0, 10).join(", ")}${collected.strangers.length > 10 ? `, and ${collected.strangers.length - 10} more` : ""}`,
        ]),
    `gradebook ${join(out, "gradebook.csv")}`,
    `report    ${join(out, "class.html")}`,
  ];
  process.stdout.write(`${lines.join("\n")}\n`);
}

/** By exercise; the same bytes handed in twice count as well. */
function similarAnswers(
  collected: Collected,
  grading: Grading,
  exercisesFolder: string,
): SimilarAnswers[] {
  return grading.files.flatMap((file) => {
    const answers = collected.submissions.flatMap((s) => {
      const bytes = s.files.get(file);
      return bytes === undefined
        ? []
        : [{ student: s.student.key, text: Buffer.from(bytes).toString("utf8") }];
    });
    const pairs = similarPairs(answers, readStub(exercisesFolder, file));
    return pairs.length === 0 ? [] : [{ exercise: file, pairs }];
  });
}

function readBytes(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch {
    throw new UsageError(`--roster: ${file} cannot be read`);
  }
}

/** How far, how fast, how long still; a line of its own every ten seconds where there is no terminal. */
class ClassProgress {
  readonly #total: number;
  readonly #known: number;
  readonly #start = Date.now();
  #done: number;
  #told = 0;

  constructor(total: number, known: number) {
    this.#total = total;
    this.#known = known;
    this.#done = known;
    if (known > 0) process.stderr.write(`${known} of ${total} were graded before\n`);
  }

  step(): void {
    this.#done += 1;
    this.#show();
  }

  say(message: string): void {
    process.stderr.write(
      `${process.stderr.isTTY ? "\r\u001b[2K" : ""}a grading failed and is tried again: ${message}\n`,
    );
  }

  end(): void {
    if (process.stderr.isTTY) process.stderr.write("\r\u001b[2K");
  }

  #show(): void {
    const now = Date.now();
    const perMinute = ((this.#done - this.#known) / (now - this.#start)) * 60_000;
    const leftSeconds = Math.round(((this.#total - this.#done) / perMinute) * 60);
    const text = `${this.#done}/${this.#total} submissions, ${perMinute.toFixed(1)} a minute, ${leftSeconds} s left`;
    if (process.stderr.isTTY) process.stderr.write(`\r\u001b[2K${text}`);
    else if (now - this.#told > 10_000) {
      this.#told = now;
      process.stderr.write(`${text}\n`);
    }
  }
}
