/**
 * Gradescope's `results.json`: one test an exercise, one more for each limit.
 *
 * No test is hidden, since a single hidden one hides the student's total.
 */
import type { GradeRecord } from "../../judge/record.ts";
import { isOpen, scoreRows } from "./rows.ts";

export function gradescope(record: GradeRecord): string {
  const open =
    record.openPoints > 0
      ? ` ${record.openPoints} points are open: the machine was too busy to measure; submit again.`
      : "";
  const result = {
    score: record.points,
    execution_time: record.durationMs / 1000,
    output: `${record.points} of ${record.maxPoints} points, seed ${record.seed}.${open}`,
    output_format: "text",
    stdout_visibility: "hidden",
    tests: scoreRows(record).map((row) => ({
      score: row.points,
      max_score: row.maxPoints,
      ...(isOpen(row.verdict) ? {} : { status: row.verdict === "passed" ? "passed" : "failed" }),
      name: row.title,
      name_format: "text",
      number: row.exercise.id,
      output: row.message,
      output_format: "text",
      tags: [row.exercise.topic, row.verdict],
      visibility: "visible",
      ...(row.measure === null
        ? {}
        : { extra_data: { metric: row.key, ...row.measure, verdict: row.verdict } }),
    })),
    extra_data: {
      schema: record.schema,
      seed: record.seed,
      isolation: record.isolation,
      openPoints: record.openPoints,
    },
  };
  return `${JSON.stringify(result, null, 2)}\n`;
}
