/**
 * What the judge found → an exercise's verdict and points.
 *
 * Knows the rules of scoring: all tests or none, each limit its own points, and what is nobody's fault costs nobody.
 */
import { CARD_TEST } from "../course/cards.ts";
import type { Placement } from "../course/find.ts";
import { isTimed, rowOf } from "./counted.ts";
import type { ExerciseRecord, MeasureRecord, TestRecord, Verdict } from "./record.ts";
import type { MeasureReport, TaskReport, TestReport } from "./task.ts";

/** The record of an exercise whose file never ran. */
export function withoutRun(
  placement: Placement,
  verdict: Verdict,
  message: string | null,
  timing: boolean,
): ExerciseRecord {
  const measures = limitsOf(placement, timing).map((limit): MeasureRecord => ({
    ...measureOf({ ...rowOf(limit), value: null, verdict: "not-measured" }),
  }));
  const isOpen = verdict === "grader-fault";
  const maxPoints = maxPointsOf(placement, timing);
  return {
    ...namesOf(placement),
    verdict,
    points: 0,
    openPoints: isOpen ? maxPoints : 0,
    maxPoints,
    durationMs: 0,
    tests: [],
    measures,
    ...(message === null ? {} : { message }),
  };
}

/** The record of an exercise that was run. `missing` says what it builds on that is not there yet: no wonder, then, if it failed. */
export function withRun(
  placement: Placement,
  report: TaskReport,
  timing: boolean,
  missing?: string,
): ExerciseRecord {
  if (report.graderFault !== undefined)
    return {
      ...withoutRun(placement, "grader-fault", report.graderFault, timing),
      durationMs: Math.round(report.durationMs),
    };
  const tests = waiting(report.tests.map(testOf));
  const timed = new Set(
    (placement.exercise.limits ?? []).flatMap((limit, k) => (isTimed(limit) ? [k] : [])),
  );
  const measures = report.measures.filter((_, k) => timing || !timed.has(k)).map(measureOf);
  const isRight = tests.every(({ verdict }) => verdict === "passed");
  const isTestsFault = tests.some(({ verdict }) => verdict === "grader-fault");
  const points =
    (isRight ? placement.exercise.points : 0) +
    measures.reduce((sum, measure) => sum + measure.points, 0);
  const open = measures.filter(
    ({ verdict }) => verdict === "inconclusive" || verdict === "grader-fault",
  );
  const openPoints = isTestsFault
    ? maxPointsOf(placement, timing)
    : open.reduce((sum, measure) => sum + measure.maxPoints, 0);
  return {
    ...namesOf(placement),
    verdict: verdictOf(report.tests, tests, measures),
    points,
    openPoints,
    maxPoints: maxPointsOf(placement, timing),
    durationMs: Math.round(report.durationMs),
    tests,
    measures,
    ...(isRight || missing === undefined ? {} : { message: missing }),
    ...(report.output === "" ? {} : { output: report.output }),
  };
}

/** The points that can be had, with or without what needs a clock. */
export function maxPointsOf(placement: Placement, timing: boolean): number {
  return limitsOf(placement, timing).reduce(
    (sum, { points }) => sum + points,
    placement.exercise.points,
  );
}

function limitsOf(
  placement: Placement,
  timing: boolean,
): NonNullable<Placement["exercise"]["limits"]> {
  return (placement.exercise.limits ?? []).filter((limit) => timing || !isTimed(limit));
}

function namesOf({
  exercise,
  topic,
  file,
}: Placement): Pick<ExerciseRecord, "id" | "topic" | "name" | "file" | "capstone"> {
  const { id, name, capstone } = exercise;
  return { id, topic: topic.id, name, file, ...(capstone === true ? { capstone } : {}) };
}

function verdictOf(
  reports: readonly TestReport[],
  tests: readonly TestRecord[],
  measures: readonly MeasureRecord[],
): Verdict {
  const faults = reports.flatMap((test) => (test.fault === undefined ? [] : [test.fault.kind]));
  // Our own fault first: nothing can be said then. Else what happened first names it.
  if (faults.includes("grader-fault")) return "grader-fault";
  const [fault] = faults;
  if (fault !== undefined) return fault;
  if (tests.some(({ verdict }) => verdict !== "passed")) return "failed";
  const kinds = measures.map(({ verdict }) => verdict);
  for (const kind of [
    "out-of-memory",
    "timed-out",
    "crashed",
    "too-much-output",
    "failed",
    "over-limit",
    "inconclusive",
    "grader-fault",
  ] as const) {
    if (kinds.includes(kind)) return kind;
  }
  return "passed";
}

function testOf(test: TestReport): TestRecord {
  const { name, message, counterexample, expected, actual, seed, picture, fault, isHidden } = test;
  return {
    name,
    verdict: test.isPassed ? "passed" : (fault?.kind ?? "failed"),
    ...(message === undefined ? {} : { message }),
    ...(counterexample === undefined ? {} : { counterexample }),
    ...(expected === undefined ? {} : { expected }),
    ...(actual === undefined ? {} : { actual }),
    ...(seed === undefined ? {} : { seed }),
    ...(picture === undefined ? {} : { picture }),
    ...(isHidden ? { hidden: true } : {}),
  };
}

/** Cards come before the code: while one is not right, what else fails waits for it. */
function waiting(tests: readonly TestRecord[]): TestRecord[] {
  const isOpen = ({ name, verdict }: TestRecord): boolean =>
    name.startsWith(CARD_TEST) && verdict !== "passed";
  if (!tests.some(isOpen)) return [...tests];
  return tests.map((test) =>
    test.verdict === "failed" && !isOpen(test) ? { ...test, waiting: true } : test,
  );
}

function measureOf(report: MeasureReport): MeasureRecord {
  const { points, ...rest } = report;
  return { ...rest, points: report.verdict === "passed" ? points : 0, maxPoints: points };
}
