/**
 * `grade`: grades everything, topics or exercises, and prints the table.
 *
 * Knows options and where answers come from; grading itself is judge/grade.ts.
 */
import { appendFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { selectExercises } from "../course/find.ts";
import { type Collected, collect } from "../course/collect.ts";
import { DEFAULT_SEED } from "../course/progress-file.ts";
import { gradeSubmission } from "../judge/grade.ts";
import type { GradeRecord } from "../judge/record.ts";
import { type Format, formatNamed } from "../report/formats/formats.ts";
import { reportPage } from "../report/page/page.ts";
import { revealed } from "../report/reveal.ts";
import { saveFile } from "../course/save-file.ts";
import { cardOf } from "../report/card.ts";
import { terminalReport } from "../report/terminal.ts";
import { type Command, type CommandInput, UsageError, textOption, wholeOption } from "./command.ts";
import { progressLine } from "./progress.ts";
import {
  GRADING_OPTIONS,
  gradeOptions,
  openSetting,
  ownHints,
  ownSeed,
  requireFolder,
  requireWritable,
  revealOption,
} from "./setting.ts";

export const command: Command = {
  summary: "grade the exercises and print a table",
  usage:
    "[TARGET…] [--submission DIR | --solutions] [--json FILE] [--html FILE] [--format NAME[,NAME] [--out FILE]] [--seed N] [--min POINTS] [--no-timing] [--force] [--track fast] [--isolation process|sandbox] [--hidden DIR] [--reveal none|names|messages]",
  options: {
    ...GRADING_OPTIONS,
    submission: { type: "string" },
    solutions: { type: "boolean" },
    json: { type: "string" },
    html: { type: "string" },
    format: { type: "string" },
    out: { type: "string" },
    min: { type: "string" },
    track: { type: "string" },
    reveal: { type: "string" },
  },
  run,
};

async function run(input: CommandInput): Promise<number> {
  const min = wholeOption(input, "min", 0);
  const json = textOption(input, "json");
  if (json !== undefined) requireWritable(json, "--json");
  const html = textOption(input, "html");
  if (html !== undefined) requireWritable(html, "--html");
  const formats = formatsOf(input);
  const submission = submissionOf(input);
  const reveal = revealOption(input);
  const track = textOption(input, "track");
  if (track !== undefined && track !== "fast")
    throw new UsageError(`--track is fast, not ${JSON.stringify(track.slice(0, 40))}`);
  const setting = await openSetting(input);
  const { course } = setting;
  const placements = selectExercises(course, input.positionals, track);
  const folder =
    submission.kind === "exercises"
      ? course.exercisesFolder
      : submission.kind === "solutions"
        ? course.solutionsFolder
        : submission.folder;
  const texts = new Map<string, Collected>();
  const textOf = (file: string): Collected => {
    const known = texts.get(file) ?? collect(folder, file);
    texts.set(file, known);
    return known;
  };
  const seed = submission.kind === "exercises" ? ownSeed(course) : undefined;
  const progress = progressLine(process.stderr);
  let record: GradeRecord;
  try {
    record = await gradeSubmission(
      placements,
      submission.kind === "folder" ? submission.folder : submission.kind,
      textOf,
      { ...gradeOptions(input, setting, seed), onProgress: progress.show },
    );
  } finally {
    progress.clear();
  }
  const shown = revealed(record, reveal);
  if (json !== undefined) saveFile(json, `${JSON.stringify(shown, null, 2)}\n`);
  // Hints are the learner's own story; of a handed-in folder nothing is known.
  const hints = submission.kind === "exercises" ? ownHints(course) : {};
  if (html !== undefined) saveFile(html, reportPage(shown, { hints }));
  for (const one of formats) writeFormat(one, shown);
  process.stdout.write(
    terminalReport(shown, {
      width: Math.min(80, process.stdout.columns ?? 80),
      color: process.stdout.isTTY === true && process.stdout.hasColors(),
      titles: Object.fromEntries(course.topics.map(({ id, title }) => [id, title])),
      replay: replayOf(input, record),
      reveal,
      maxDetails: 12,
    }),
  );
  if (record.exercises.length === 1) process.stdout.write(cardText(shown));
  return min !== undefined && record.points < min ? 1 : 0;
}

/** What a run of one exercise ends with: a card, and where to read on. */
function cardText({ exercises: [exercise] }: GradeRecord): string {
  const lines = exercise === undefined ? [] : cardOf(exercise);
  if (exercise === undefined || lines.length === 0) return "";
  const more =
    exercise.verdict === "passed"
      ? ["", `What NumPy does here, and other right answers: npm run hint -- ${exercise.id}`]
      : [];
  return `${["", ...lines, ...more].join("\n")}\n`;
}

interface Wanted {
  readonly format: Format;
  /** Null for standard output. */
  readonly file: string | null;
}

/** What `--format` asks for: formats, parted by commas, and the file each goes to. */
function formatsOf(input: CommandInput): Wanted[] {
  const names = textOption(input, "format")?.split(",") ?? [];
  const out = textOption(input, "out");
  if (out !== undefined && names.length !== 1) throw new UsageError("--out goes with one --format");
  try {
    return names.map((name) => {
      const format = formatNamed(name.trim());
      format.check?.(process.env);
      const file = out ?? format.file(process.env);
      if (file !== null) requireWritable(file, "--format");
      return { format, file };
    });
  } catch (error) {
    throw error instanceof UsageError
      ? error
      : new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** A job's summary grows with each step, so that one file is added to; all others are replaced whole. */
function writeFormat({ format, file }: Wanted, record: GradeRecord): void {
  const text = format.render(record, process.env);
  if (file === null) process.stdout.write(text);
  else if (file === process.env["GITHUB_STEP_SUMMARY"]) appendFileSync(file, text);
  else saveFile(file, text);
}

type Source =
  | { readonly kind: "exercises" }
  | { readonly kind: "solutions" }
  | { readonly kind: "folder"; readonly folder: string };

function submissionOf(input: CommandInput): Source {
  const given = textOption(input, "submission");
  if (input.values["solutions"] === true) {
    if (given !== undefined)
      throw new UsageError("--submission and --solutions exclude each other");
    return { kind: "solutions" };
  }
  if (given === undefined) return { kind: "exercises" };
  const folder = requireFolder(given, "--submission");
  if (readdirSync(folder).length === 0) throw new UsageError(`--submission: ${folder} is empty`);
  // A folder that holds the exercises folder is as good as that folder.
  return {
    kind: "folder",
    folder: readdirSync(folder).some((name) => /^\d\d-/.test(name)) ? folder : inner(folder),
  };
}

function inner(folder: string): string {
  const names = readdirSync(folder, { withFileTypes: true });
  if (names.some((entry) => entry.name === "exercises" && entry.isDirectory()))
    return join(folder, "exercises");
  throw new UsageError(`--submission: ${folder} holds no topic folder such as 03-memory`);
}

function replayOf(input: CommandInput, record: GradeRecord): string {
  const parts = [];
  const submission = textOption(input, "submission");
  if (submission !== undefined) parts.push(`--submission ${submission}`);
  if (input.values["solutions"] === true) parts.push("--solutions");
  if (record.seed !== DEFAULT_SEED) parts.push(`--seed ${record.seed}`);
  if (record.isolation !== "process") parts.push(`--isolation ${record.isolation}`);
  return parts.map((part) => ` ${part}`).join("");
}
