/**
 * Gradescope's `results.json`: one test an exercise, one more for each limit.
 *
 * No test is hidden, since a single hidden one hides the student's total. A row that nothing could be said about has
 * neither score nor status: with a score, Gradescope would work out that it failed.
 */
import type { GradeRecord } from "../../judge/record.ts";
import { isOpen, perfOf, scoreRows } from "./rows.ts";

export function gradescope(record: GradeRecord): string {
  const open =
    record.openPoints > 0
      ? ` ${record.openPoints} points are open: the machine was too busy to measure; submit again.`
      : "";
  const ranked = leaderboard(record);
  const result = {
    score: record.points,
    execution_time: record.durationMs / 1000,
    output: `${record.points} of ${record.maxPoints} points, seed ${record.seed}.${open}`,
    output_format: "text",
    stdout_visibility: "hidden",
    tests: scoreRows(record).map((row) => ({
      ...(isOpen(row.verdict)
        ? {}
        : { score: row.points, status: row.verdict === "passed" ? "passed" : "failed" }),
      max_score: row.maxPoints,
      name: row.title,
      name_format: "text",
      number: row.exercise.id,
      output: row.message,
      output_format: "text",
      tags: [row.exercise.topic, row.measure?.kind ?? "tests"],
      visibility: "visible",
      extra_data: row.measure === null ? { verdict: row.verdict } : perfOf(row.measure),
    })),
    ...(ranked.length === 0 ? {} : { leaderboard: ranked }),
    extra_data: {
      schema: record.schema,
      seed: record.seed,
      isolation: record.isolation,
      openPoints: record.openPoints,
    },
  };
  return `${JSON.stringify(result, null, 2)}\n`;
}

/** The capstone's counted figures, the least first. A time, which has an interval, would rank machines and not answers. */
function leaderboard(record: GradeRecord): object[] {
  return record.exercises.flatMap(({ name, measures, capstone }) =>
    measures
      .filter(
        ({ value, interval }) => capstone === true && value !== null && interval === undefined,
      )
      .map(({ label, value, unit }) => ({
        name: `${name}: ${label} (${unit})`,
        value,
        order: "asc",
      })),
  );
}
