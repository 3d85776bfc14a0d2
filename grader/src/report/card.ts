/**
 * One exercise's card: how many tests of each kind pass, and each limit's figure. What a run of one exercise ends with.
 *
 * Knows records and text. A test's kind is the `describe` around it. Everything a learner's code said is escaped.
 */
import type { ExerciseRecord, MeasureRecord, TestRecord } from "../judge/record.ts";
import { escapeLine } from "./escape.ts";

const BAR = 20;
const MOST_NAME = 44;

/** The card's lines; none where nothing was run. Hidden tests are not on it. */
export function cardOf(exercise: ExerciseRecord): string[] {
  const groups = [
    ...Map.groupBy(
      exercise.tests.filter(({ hidden }) => hidden !== true),
      kindOf,
    ),
  ];
  if (groups.length === 0) return [];
  const measures = exercise.measures.filter(({ verdict }) => verdict !== "not-measured");
  const names = [...groups.map(([kind]) => kind), ...measures.map(({ label }) => label)];
  const width = Math.min(MOST_NAME, Math.max(...names.map((name) => name.length)));
  const line = (isPassed: boolean, name: string, figure: string): string =>
    `  ${isPassed ? "✓" : "·"} ${shortened(escapeLine(name), width).padEnd(width)}  ${figure}`.trimEnd();
  return [
    ...groups.map(([kind, tests]) => {
      const passed = tests.filter(({ verdict }) => verdict === "passed").length;
      return line(
        passed === tests.length,
        kind,
        `${bar(passed / tests.length)} ${passed} of ${tests.length}`,
      );
    }),
    ...measures.map((measure) =>
      line(measure.verdict === "passed", measure.label, measureText(measure)),
    ),
  ];
}

/** `0 arrays, at most 1`; `6.10 times as fast (5.80 to 6.40), at least 2.4`. */
export function measureText(measure: MeasureRecord): string {
  if (measure.value === null) return measure.message ?? measure.label;
  const range =
    measure.interval === undefined
      ? ""
      : ` (${measure.interval.map((x) => x.toFixed(2)).join(" to ")})`;
  if (measure.kind === "shares-memory")
    return `the result is ${measure.value === 1 ? "a view" : "a copy"}, and should be ${measure.limit === 1 ? "a view" : "a copy"}`;
  const sign = measure.kind === "speed-up" ? "at least" : "at most";
  const unit =
    measure.value === 1 ? measure.unit.replace(/^(array|byte|line)s$/, "$1") : measure.unit;
  return `${figure(measure.value)} ${unit}${range}, ${sign} ${figure(measure.limit)}${measure.message === undefined ? "" : ` — ${measure.message}`}`;
}

function kindOf({ name }: TestRecord): string {
  const at = name.lastIndexOf(" > ");
  return at < 0 ? "tests" : name.slice(0, at);
}

function bar(share: number): string {
  const full = Math.floor(share * BAR);
  return "█".repeat(full) + "░".repeat(BAR - full);
}

function figure(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toPrecision(3);
}

function shortened(text: string, width: number): string {
  return text.length <= width ? text : `${text.slice(0, width - 1)}…`;
}
