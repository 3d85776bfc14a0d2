/**
 * The course checks itself: stubs fail, right answers get everything, wrong ones are caught by what they name.
 *
 * Knows how to ask the judge about every shipped answer at once, and how to read what it says.
 */
import { type ShippedAnswer, findingsOf, shippedAnswers } from "../course/files.ts";
import type { Placement } from "../course/find.ts";
import { type Collected, collect, readStub } from "../course/collect.ts";
import { isTimed } from "./counted.ts";
import { equivalentsFindings, mutantsIn } from "./equivalents.ts";
import { type GradeOptions, gradeAnswers } from "./grade.ts";
import type { Answer } from "./prepare.ts";
import type { ExerciseRecord } from "./record.ts";

export interface SelfCheck {
  /** Sentences, each beginning with the file it is about. */
  readonly findings: readonly string[];
  readonly answers: number;
  /** Wrong answers that only a timed limit catches, left to a run with timing. */
  readonly leftOut: number;
}

interface Checked {
  readonly placement: Placement;
  readonly shipped: ShippedAnswer | null;
  readonly answer: Answer;
}

/** Checks `placements`; lower exercises that answers import are the reference answers. */
export async function selfCheck(
  placements: readonly Placement[],
  options: GradeOptions,
): Promise<SelfCheck> {
  const { course, timing } = options;
  const findings = placements.flatMap((placement) => [
    ...findingsOf(course, placement),
    ...equivalentsFindings(placement, mutantsIn(course, placement)),
  ]);
  const checked: Checked[] = [];
  let leftOut = 0;
  for (const placement of placements) {
    const id = placement.exercise.id;
    const add = (name: string, shipped: ShippedAnswer | null, text: string): void => {
      checked.push({
        placement,
        shipped,
        answer: { key: `${id}/${name}`, placement, collected: { kind: "text", text } },
      });
    };
    if (
      findings.some((finding) =>
        finding.startsWith(`exercises/${placement.file}: there is no such stub`),
      )
    )
      continue;
    add("stub", null, readStub(course.exercisesFolder, placement.file));
    for (const shipped of shippedAnswers(course, placement)) {
      if (!timing && shipped.caughtBy !== null && isTimedOnly(placement, shipped.caughtBy))
        leftOut += 1;
      else add(shipped.path, shipped, shipped.text);
    }
  }
  const textOf = (file: string): Collected => collect(course.solutionsFolder, file);
  const ask = (some: readonly Checked[]): Promise<ExerciseRecord[]> =>
    gradeAnswers(
      some.map(({ answer }) => answer),
      textOf,
      { ...options, runStubs: true, reuseGuests: true },
    );
  // A wrong answer first meets only what it names; what that does not catch meets everything, to say what does.
  const quick = checked.map((one): Checked => ({
    ...one,
    answer: { ...one.answer, ...onlyNamed(one) },
  }));
  const first = await ask(quick);
  const doubtful = checked.filter(
    (one, k) =>
      one.shipped?.kind === "wrong" && judgedAs(one, first[k] as ExerciseRecord).length > 0,
  ); // a record an answer
  const again = await ask(doubtful);
  for (const [k, one] of checked.entries()) {
    const record = doubtful.includes(one) ? again[doubtful.indexOf(one)] : first[k];
    if (record !== undefined) findings.push(...judgedAs(one, record));
  }
  return { findings, answers: checked.length, leftOut };
}

function onlyNamed({ shipped, placement }: Checked): { onlyTest?: string } {
  const caughtBy = shipped?.caughtBy ?? null;
  if (shipped?.kind !== "wrong" || caughtBy === null) return {};
  const isLimit = (placement.exercise.limits ?? []).some(
    ({ kind, label }) => kind === caughtBy || label === caughtBy,
  );
  return { onlyTest: isLimit ? "" : caughtBy };
}

function isTimedOnly({ exercise }: Placement, caughtBy: string): boolean {
  const named = (exercise.limits ?? []).filter(
    ({ kind, label }) => kind === caughtBy || label === caughtBy,
  );
  return named.length > 0 && named.every(isTimed);
}

function judgedAs({ placement, shipped }: Checked, record: ExerciseRecord): string[] {
  const path = shipped === null ? `exercises/${placement.file}` : shipped.path;
  if (record.verdict === "grader-fault" || record.verdict === "inconclusive")
    return [`${path}: nothing can be said about it: ${record.message ?? record.verdict}`];
  if (shipped === null) {
    if (record.points > 0) return [`${path}: the stub earns ${record.points} points`];
    return record.verdict === "failed" || record.verdict === "crashed"
      ? []
      : [
          `${path}: the stub should run and fail, and is ${record.verdict}: ${record.message ?? ""}`,
        ];
  }
  if (shipped.kind !== "wrong") {
    return record.verdict === "passed" && record.points === record.maxPoints
      ? []
      : [`${path}: gets ${record.points} of ${record.maxPoints} points: ${reasons(record)}`];
  }
  if (record.verdict === "passed") return [`${path}: nothing catches it`];
  const catches = catchesOf(record);
  const { caughtBy } = shipped;
  return caughtBy === null || catches.includes(caughtBy)
    ? []
    : [
        `${path}: is not caught by ${JSON.stringify(caughtBy)} but by ${catches.map((name) => JSON.stringify(name)).join(", ")}`,
      ];
}

/** The names of everything that an answer did not pass. */
export function catchesOf(record: ExerciseRecord): string[] {
  const tests = record.tests.filter(({ verdict }) => verdict !== "passed").map(({ name }) => name);
  const measures = record.measures
    .filter(({ verdict }) => verdict !== "passed" && verdict !== "not-measured")
    .flatMap(({ kind, label }) => [kind, label]);
  return [
    ...new Set([
      ...tests,
      ...measures,
      ...(tests.length + measures.length === 0
        ? [record.verdict]
        : record.verdict === "forbidden"
          ? ["forbidden"]
          : []),
    ]),
  ];
}

function reasons(record: ExerciseRecord): string {
  if (record.message !== undefined) return `${record.verdict}: ${record.message}`;
  const [test] = record.tests.filter(({ verdict }) => verdict !== "passed");
  if (test !== undefined) return `${test.name}: ${test.message?.split("\n")[0] ?? ""}`;
  const [measure] = record.measures.filter(({ verdict }) => verdict !== "passed");
  return measure === undefined
    ? `${record.verdict}: ${record.message ?? ""}`
    : `${measure.kind} ${measure.value ?? ""} (limit ${measure.limit}) ${measure.message ?? ""}`;
}
