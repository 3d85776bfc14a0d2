/**
 * The rows that outside formats are made from: one for an exercise's tests, one for each limit with points.
 *
 * Knows the record. Formats differ in names and in what they allow; who earned what for which reason is told once.
 */
import type { ExerciseRecord, GradeRecord, MeasureRecord, Verdict } from "../../judge/record.ts";
import { escapeForLog } from "../escape.ts";

export interface ScoreRow {
  /** `3.07`, or `3.07 allocations`: stable between runs. */
  readonly key: string;
  readonly title: string;
  readonly exercise: ExerciseRecord;
  readonly verdict: Verdict;
  readonly points: number;
  readonly maxPoints: number;
  readonly message: string;
  /** Of a limit's row. */
  readonly measure: MeasureRecord | null;
}

/** Of a limit's row where the answer is not right: its tests' row says why. */
export const NOT_MEASURED = "not measured: the tests have to pass first";

/** Rows in the record's order; their points add up to the record's. */
export function scoreRows(record: GradeRecord): ScoreRow[] {
  return record.exercises.flatMap((e) => {
    const limits = e.measures.filter((m) => m.maxPoints > 0);
    const own = e.points - limits.reduce((sum, m) => sum + m.points, 0);
    const most = e.maxPoints - limits.reduce((sum, m) => sum + m.maxPoints, 0);
    const title = `${e.id} ${e.name}`;
    return [
      {
        key: e.id,
        title,
        exercise: e,
        verdict: testsVerdict(e, limits.length > 0),
        points: own,
        maxPoints: most,
        message: testsMessage(e),
        measure: null,
      },
      ...limits.map((m): ScoreRow => ({
        key: `${e.id} ${m.label}`,
        title: `${title}: ${m.label}`,
        exercise: e,
        verdict: m.verdict === "not-measured" ? e.verdict : m.verdict,
        points: m.points,
        maxPoints: m.maxPoints,
        message: readable(m.message ?? measured(m, e)),
        measure: m,
      })),
    ];
  });
}

function measured({ value, unit, limit, verdict }: MeasureRecord, e: ExerciseRecord): string {
  if (value !== null) return `${value} ${unit}, the limit is ${limit}`;
  return verdict === "not-measured" && e.verdict !== "not-started" ? NOT_MEASURED : "";
}

/** What a limit's row says beside its points, under the names that formats with room for it give it. */
export function perfOf({ kind, value, unit, limit, interval, verdict }: MeasureRecord): object {
  return {
    metric: kind,
    value,
    unit,
    gate: limit,
    ...(interval === undefined ? {} : { ci: interval }),
    verdict,
  };
}

/** Neither passed nor failed: nothing was taken, and nothing given. */
export function isOpen(verdict: Verdict): boolean {
  return verdict === "inconclusive" || verdict === "grader-fault";
}

/** Whether no row's answer ran at all: nothing of them could be read, or the grader failed. */
export function isAllBroken(rows: readonly ScoreRow[]): boolean {
  return (
    rows.length > 0 &&
    rows.every(({ verdict }) => verdict === "syntax-error" || verdict === "grader-fault")
  );
}

/** The verdict of the tests alone: a limit that was missed has its own row. */
function testsVerdict(e: ExerciseRecord, hasLimits: boolean): Verdict {
  return hasLimits && (e.verdict === "over-limit" || e.verdict === "inconclusive")
    ? "passed"
    : e.verdict;
}

function testsMessage(e: ExerciseRecord): string {
  const failed = e.tests.find((t) => t.verdict !== "passed");
  const parts = [
    failed === undefined
      ? (e.message ?? "")
      : `${failed.name}: ${failed.message ?? failed.verdict}`,
    failed?.counterexample === undefined ? "" : `input: ${failed.counterexample}`,
    failed?.seed === undefined ? "" : `seed: ${failed.seed}`,
  ];
  return readable(parts.filter((p) => p !== "").join("\n"));
}

/** `text` without what a terminal, a log or a parser could take for an order. */
export function readable(text: string): string {
  return escapeForLog(text.toWellFormed());
}
