/**
 * The record as a table for people, at most 80 columns wide.
 *
 * Knows records and text; colours come from Node, which honours NO_COLOR and pipes. Everything a learner's code said is
 * escaped.
 */
import { type InspectColor, styleText } from "node:util";
import type { ExerciseRecord, GradeRecord, TestRecord, Verdict } from "../judge/record.ts";
import { VERBS } from "../judge/picture.ts";
import { measureText } from "./card.ts";
import { escapeForLog, escapeLine } from "./escape.ts";
import { memoryText } from "./memory-text.ts";
import { besideEachOther } from "./one-line.ts";
import { told } from "./told.ts";

/** What the telling of one exercise needs. */
export interface DetailOptions {
  readonly width: number;
  readonly color: boolean;
  /** How much of hidden tests is shown. */
  readonly reveal: "none" | "names" | "messages";
}

export interface TerminalOptions extends DetailOptions {
  /** Topic titles by id. */
  readonly titles: Readonly<Record<string, string>>;
  /** How this run is repeated: what follows `npm run grade --`, targets aside. */
  readonly replay: string;
  /** Failures told in full; further ones are only counted. */
  readonly maxDetails: number;
}

const MARKS: Readonly<Record<Verdict, readonly [mark: string, color: InspectColor]>> = {
  passed: ["✓", "green"],
  failed: ["✗", "red"],
  "not-started": ["·", "gray"],
  "over-limit": ["▲", "yellow"],
  crashed: ["✗", "red"],
  "timed-out": ["✗", "red"],
  "out-of-memory": ["✗", "red"],
  "too-much-output": ["✗", "red"],
  forbidden: ["✗", "red"],
  "syntax-error": ["✗", "red"],
  inconclusive: ["?", "yellow"],
  "grader-fault": ["?", "yellow"],
};

/** The whole report: the table, each failure, the sum. */
export function terminalReport(record: GradeRecord, options: TerminalOptions): string {
  const lines: string[] = [];
  for (const topic of record.topics) {
    const title = options.titles[topic.id] ?? topic.id;
    lines.push(
      paint(
        options,
        "bold",
        row(
          options,
          `${Number(topic.id.slice(0, 2))}  ${title}`,
          pointsText(topic.points, topic.maxPoints, topic.openPoints),
          "",
        ),
      ),
    );
    for (const exercise of record.exercises)
      if (exercise.topic === topic.id) lines.push(exerciseLine(exercise, options));
    lines.push("");
  }
  const failures = record.exercises.filter(
    ({ verdict }) => verdict !== "passed" && verdict !== "not-started",
  );
  for (const exercise of failures.slice(0, options.maxDetails))
    lines.push(...details(exercise, options), "");
  if (failures.length > options.maxDetails)
    lines.push(
      `… and ${failures.length - options.maxDetails} more. One alone: npm run grade -- ${failures[options.maxDetails]?.id ?? ""}`,
      "",
    );
  lines.push(...summary(record, options));
  return `${lines.join("\n")}\n`;
}

function exerciseLine(exercise: ExerciseRecord, options: TerminalOptions): string {
  const [mark, color] = MARKS[exercise.verdict];
  const text = row(
    options,
    `${mark} ${exercise.id} ${exercise.name}`,
    pointsText(exercise.points, exercise.maxPoints, exercise.openPoints),
    reasonOf(exercise, options),
  );
  return exercise.verdict === "passed"
    ? paint(options, color, mark) + text.slice(mark.length)
    : exercise.verdict === "not-started"
      ? paint(options, color, text)
      : paint(options, color, mark) + text.slice(mark.length);
}

/** One line of reason. */
export function reasonOf(
  exercise: ExerciseRecord,
  options: Pick<TerminalOptions, "reveal">,
): string {
  const { verdict } = exercise;
  if (verdict === "passed") return "";
  if (verdict === "not-started") return "not started";
  const failing = exercise.tests.filter(
    (test) => test.verdict !== "passed" && test.waiting !== true,
  );
  const test = failing.find(({ hidden }) => hidden !== true) ?? failing[0];
  const measure = exercise.measures.find(
    (one) => one.verdict !== "passed" && one.verdict !== "not-measured",
  );
  if (test !== undefined && (verdict === "failed" || exercise.message === undefined)) {
    const isSecret = test.hidden === true && options.reveal === "none";
    const name = isSecret ? "a hidden test" : test.name;
    if (verdict === "failed")
      return escapeLine(`${failing.length > 1 ? `${failing.length} tests: ` : ""}${name}`);
    return escapeLine(`${verdict}: ${isSecret ? name : (test.message ?? name)}`);
  }
  if (measure !== undefined) return escapeLine(`${measure.verdict}: ${measureText(measure)}`);
  return escapeLine(`${verdict}${exercise.message === undefined ? "" : `: ${exercise.message}`}`);
}

function details(exercise: ExerciseRecord, options: TerminalOptions): string[] {
  return [
    paint(options, "bold", `${exercise.id} ${exercise.name}`) +
      paint(options, "gray", `  exercises/${exercise.file}`),
    ...exerciseDetails(exercise, options),
    // Never wrapped: it is there to be copied.
    paint(
      options,
      "gray",
      `  ${"again".padEnd(10)}npm run grade -- ${exercise.id}${escapeForLog(options.replay)}`,
    ),
  ];
}

/** What went wrong with one exercise, two columns in: its tests, the memory it read, its measures, its prints. */
export function exerciseDetails(exercise: ExerciseRecord, options: DetailOptions): string[] {
  const lines: string[] = [];
  const add = (label: string, text: string, color: InspectColor = "reset"): void => {
    lines.push(
      ...labelled(label, escapeForLog(text), options).map((line) => paint(options, color, line)),
    );
  };
  if (exercise.cardsFirst !== undefined)
    add(
      "cards",
      `${exercise.cardsFirst.join(", ")} first: answer its cards, and this comes easier`,
      "yellow",
    );
  if (exercise.message !== undefined) add(exercise.verdict, exercise.message, "red");
  const shown = exercise.tests.filter(
    (test) =>
      test.verdict !== "passed" &&
      test.waiting !== true &&
      (test.hidden !== true || options.reveal !== "none"),
  );
  const [first] = shown;
  if (first !== undefined) testLines(first, add, options);
  // The first failure that can be drawn, which need not be the first that is told.
  const drawn = shown.find((test) => test.picture !== undefined && isTold(test, options));
  if (drawn !== undefined) lines.push(...pictureLines(drawn, drawn !== first, options));
  if (shown.length > 1) add("also", listed(shown.slice(1)));
  const waiting = exercise.tests.filter((test) => test.waiting === true && test.hidden !== true);
  if (waiting.length > 0)
    add(
      "waiting",
      `for the cards, ${waiting.length} ${waiting.length === 1 ? "test" : "tests"} of the code:\n${listed(waiting)}`,
      "gray",
    );
  const hidden = exercise.tests.filter(
    (test) => test.verdict !== "passed" && test.hidden === true,
  ).length;
  if (hidden > 0 && options.reveal === "none")
    add("hidden", `${hidden} hidden ${hidden === 1 ? "test" : "tests"}`);
  for (const measure of exercise.measures) {
    if (measure.verdict !== "passed" && measure.verdict !== "not-measured")
      add(
        measure.kind,
        `${measureText(measure)} (${measure.points} of ${measure.maxPoints} points)`,
        "yellow",
      );
  }
  if (exercise.output !== undefined) add("printed", firstLines(exercise.output, 6), "gray");
  return lines;
}

/** The first five names. */
function listed(tests: readonly TestRecord[]): string {
  const names = tests.slice(0, 5).map(({ name }) => name);
  return names.join("\n") + (tests.length > 5 ? `\n… ${tests.length - 5} more` : "");
}

function isTold(test: TestRecord, { reveal }: DetailOptions): boolean {
  return test.hidden !== true || reveal === "messages";
}

/** The memory that the answer read, and should have read. */
function pictureLines(
  { name, picture }: TestRecord,
  isNamed: boolean,
  options: DetailOptions,
): string[] {
  if (picture === undefined) return [];
  const of = isNamed ? ` (${escapeLine(name)})` : "";
  const text = memoryText(picture, { width: options.width - 4, color: options.color });
  return [
    "",
    ...labelled(
      "memory",
      `what ${escapeLine(picture.call ?? "it")} ${VERBS[picture.verb ?? "read"]}${of}`,
      options,
    ),
    ...text.split("\n").map((line) => (line === "" ? "" : `    ${line}`)),
    "",
  ];
}

function testLines(
  test: TestRecord,
  add: (label: string, text: string, color?: InspectColor) => void,
  options: DetailOptions,
): void {
  add("test", test.name, "red");
  if (test.hidden === true && options.reveal === "names") return;
  if (test.counterexample !== undefined) add("with", test.counterexample);
  const { says, values } = told(test);
  if (says !== "") add("says", firstLines(says, 12));
  if (values !== null) {
    const [wanted, got] = besideEachOther(values.expected, values.actual);
    add("expected", firstLines(wanted, 8), "green");
    add("got", firstLines(got, 8), "red");
  }
}

function summary(record: GradeRecord, options: TerminalOptions): string[] {
  const passed = record.exercises.filter(({ verdict }) => verdict === "passed").length;
  const kept = record.exercises.filter(({ cached }) => cached === true).length;
  const seconds = (record.durationMs / 1000).toFixed(1);
  const lines = [
    paint(
      options,
      "bold",
      `${pointsText(record.points, record.maxPoints, record.openPoints)} points`,
    ) +
      `, ${passed} of ${record.exercises.length} exercises passed, ${seconds} s${kept > 0 ? ` (${kept} unchanged)` : ""}`,
    paint(
      options,
      "gray",
      `seed ${record.seed}, isolation ${record.isolation}, Node ${record.node.slice(1)}`,
    ),
  ];
  if (record.openPoints > 0)
    lines.push(
      `${record.openPoints} points are open: the machine could not tell. Repeat: npm run grade --${options.replay} --force`,
    );
  return lines;
}

function pointsText(points: number, maxPoints: number, openPoints: number): string {
  return `${points}/${maxPoints}${openPoints > 0 ? ` (${openPoints} open)` : ""}`;
}

/** Three columns: what, points to the right of column 36, reason; the reason is cut at the width. */
function row(options: TerminalOptions, what: string, points: string, reason: string): string {
  const first = cut(what, 29).padEnd(29);
  const start = `${first} ${points.padStart(7)}`;
  return reason === ""
    ? start
    : `${start}  ${cut(reason, Math.max(10, options.width - start.length - 2))}`;
}

function cut(text: string, width: number): string {
  return text.length <= width ? text : `${text.slice(0, width - 1)}…`;
}

function firstLines(text: string, count: number): string {
  const lines = text.trimEnd().split("\n");
  return lines.slice(0, count).join("\n") + (lines.length > count ? "\n…" : "");
}

/** `label` and text beside it, wrapped to the width. */
function labelled(label: string, text: string, { width }: DetailOptions): string[] {
  const indent = Math.max(10, label.length + 2);
  const room = Math.max(20, width - indent - 2);
  const wrapped = text.split("\n").flatMap((line) => wrap(line, room));
  return wrapped.map((line, k) => `  ${(k === 0 ? label : "").padEnd(indent)}${line}`);
}

function wrap(line: string, room: number): string[] {
  const parts: string[] = [];
  let rest = line;
  while (rest.length > room) {
    const blank = rest.lastIndexOf(" ", room);
    const at = blank > room / 2 ? blank : room;
    parts.push(rest.slice(0, at));
    rest = rest.slice(at).trimStart();
  }
  return [...parts, rest];
}

function paint({ color }: DetailOptions, style: InspectColor, text: string): string {
  return color && style !== "reset" ? styleText(style, text, { validateStream: false }) : text;
}
