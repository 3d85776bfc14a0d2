/**
 * `calibrate`: measures every limit with the naive loop, the reference and the other shipped answers, and says whether
 * the limit separates them.
 *
 * Knows what room a limit needs; measuring is the judge's. Timed limits want an idle machine.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { shippedAnswers } from "../course/files.ts";
import { type Course, type Placement, selectExercises } from "../course/find.ts";
import { type Collected, collect } from "../course/collect.ts";
import type { Limit } from "../course/topic.ts";
import { gradeAnswers } from "../judge/grade.ts";
import { isTimed, rowOf } from "../judge/counted.ts";
import type { Answer } from "../judge/prepare.ts";
import type { ExerciseRecord, MeasureRecord } from "../judge/record.ts";
import { escapeLine } from "../report/escape.ts";
import { plotRow } from "../report/plot.ts";
import { type Command, type CommandInput } from "./command.ts";
import { progressLine } from "./progress.ts";
import { GRADING_OPTIONS, gradeOptions, openSetting } from "./setting.ts";

export const command: Command = {
  summary: "measure every limit with the shipped answers, and refuse limits that do not separate",
  usage: "[TARGET…] [--seed N] [--no-timing]",
  options: GRADING_OPTIONS,
  run,
};

/** A timed limit needs this factor between itself and the figures on either side. */
const ROOM = 1.5;
/** The reference answer must be this many times faster than the naive loop. */
const APART = 2.5;

interface Figure {
  readonly who: string;
  readonly role: "naive" | "reference" | "right" | "wrong";
  readonly measure: MeasureRecord;
  /** The whole answer's, which says why nothing was measured: the tests come first. */
  readonly verdict: string;
}

async function run(input: CommandInput): Promise<number> {
  const setting = await openSetting(input);
  const { course } = setting;
  const placements = selectExercises(course, input.positionals).filter(
    ({ exercise }) => (exercise.limits ?? []).length > 0,
  );
  const answers = placements.flatMap((placement) => answersOf(course, placement));
  const progress = progressLine(process.stderr);
  const textOf = (file: string): Collected => collect(course.solutionsFolder, file);
  const options = gradeOptions(input, setting);
  const records = await gradeAnswers(
    answers.map(({ answer }) => answer),
    textOf,
    { ...options, force: true, runStubs: true, onProgress: progress.show },
  );
  progress.clear();
  let refused = 0;
  for (const placement of placements) {
    for (const [index, limit] of (placement.exercise.limits ?? []).entries()) {
      if (isTimed(limit) && !options.timing) continue;
      const figures = answers.flatMap((one, k): Figure[] => {
        const record = one.answer.placement === placement ? records[k] : undefined;
        const measure = measureAt(record, limit, index);
        return record === undefined || measure === undefined
          ? []
          : [{ who: one.who, role: one.role, measure, verdict: record.verdict }];
      });
      const faults = faultsOf(limit, figures);
      refused += faults.length;
      process.stdout.write(tableOf(placement, limit, figures, faults));
    }
  }
  process.stdout.write(refused === 0 ? "every limit separates\n" : `${refused} limits refused\n`);
  return refused === 0 ? 0 : 1;
}

function answersOf(
  course: Course,
  placement: Placement,
): { who: string; role: Figure["role"]; answer: Answer }[] {
  const id = placement.exercise.id;
  const of = (
    who: string,
    role: Figure["role"],
    text: string,
  ): { who: string; role: Figure["role"]; answer: Answer } => ({
    who,
    role,
    answer: { key: `${id}/${role}/${who}`, placement, collected: { kind: "text", text } },
  });
  const shipped = shippedAnswers(course, placement).map(({ kind, path, text }) =>
    of(path.slice(path.lastIndexOf("/") + 1, -3), kind, text),
  );
  const naiveFile = join(course.exercisesFolder, placement.file.replace(/\.ts$/, ".naive.ts"));
  const aliases = new Map(
    (placement.exercise.limits ?? []).flatMap(({ naive, call }) =>
      naive === undefined ? [] : [[call, naive] as const],
    ),
  );
  if (!existsSync(naiveFile) || aliases.size === 0) return shipped;
  const exports = [...aliases]
    .filter(([call, naive]) => naive !== call) // it exports its own names itself
    .map(([call, naive]) => `export { ${naive} as ${call} };`)
    .join("\n");
  return [
    of("the naive loop", "naive", `${readFileSync(naiveFile, "utf8")}\n${exports}\n`),
    ...shipped,
  ];
}

function measureAt(
  record: ExerciseRecord | undefined,
  limit: Limit,
  index: number,
): MeasureRecord | undefined {
  const { kind, label } = rowOf(limit);
  return record?.measures.find(
    (measure, k) => measure.kind === kind && measure.label === label && k <= index,
  );
}

/** Why the limit is refused; empty where it stands. */
function faultsOf(limit: Limit, figures: readonly Figure[]): string[] {
  const faults: string[] = [];
  const reference = figures.find(({ role }) => role === "reference")?.measure;
  if (reference === undefined || reference.value === null)
    return [
      `the reference answer has no figure: ${reference?.message ?? reference?.verdict ?? "it was not run"}`,
    ];
  for (const { who, role, measure } of figures) {
    if ((role === "reference" || role === "right") && measure.verdict !== "passed")
      faults.push(`${who} does not pass: ${measure.verdict}`);
  }
  if (limit.kind !== "speed-up") return faults;
  if (reference.value < APART)
    faults.push(
      `the reference answer is ${reference.value.toFixed(2)} times the naive loop's speed, less than ${APART}`,
    );
  if (reference.value < limit.limit * ROOM)
    faults.push(
      `less than ${ROOM} times room between the limit and the reference answer (${reference.value.toFixed(2)})`,
    );
  if (limit.limit < ROOM)
    faults.push(`less than ${ROOM} times room between the naive loop and the limit`);
  const middle = Math.sqrt(reference.value);
  if (faults.length === 0 && Math.abs(Math.log(limit.limit / middle)) > Math.log(2))
    faults.push(`the limit is far from the middle, which is ${middle.toFixed(1)}`);
  return faults;
}

function tableOf(
  placement: Placement,
  limit: Limit,
  figures: readonly Figure[],
  faults: readonly string[],
): string {
  const row = rowOf(limit);
  const lines = [`${placement.exercise.id} ${placement.exercise.name} — ${row.kind}: ${row.label}`];
  const values = figures
    .flatMap(({ measure }) => [measure.value ?? NaN, ...(measure.interval ?? [])])
    .filter((value) => value > 0);
  const scale = {
    low: Math.min(row.limit, ...values) || 1,
    high: Math.max(row.limit, ...values) || 1,
  };
  for (const { who, measure, verdict } of figures) {
    const isMeasured = measure.verdict !== "not-measured";
    const figure =
      measure.value === null
        ? isMeasured
          ? ""
          : `(${verdict})`
        : Number.isInteger(measure.value)
          ? String(measure.value)
          : measure.value.toPrecision(3);
    const plot =
      measure.value === null
        ? ""
        : plotRow(
            {
              ...scale,
              limit: row.limit,
              value: measure.value,
              ...(measure.interval === undefined ? {} : { interval: measure.interval }),
            },
            34,
          );
    lines.push(
      `  ${escapeLine(who).slice(0, 24).padEnd(24)} ${figure.slice(0, 13).padStart(13)} ${plot} ${isMeasured && measure.verdict !== "passed" ? measure.verdict : ""}`.trimEnd(),
    );
  }
  for (const fault of faults) lines.push(`  refused: ${fault}`);
  return `${lines.join("\n")}\n\n`;
}
