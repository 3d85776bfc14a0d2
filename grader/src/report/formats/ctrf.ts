/**
 * CTRF, the common test report format: a test a row.
 *
 * Counts and times are whole numbers; `inconclusive` and `grader-fault` are "other", with the verdict beside it.
 */
import type { GradeRecord, Verdict } from "../../judge/record.ts";
import { type ScoreRow, isOpen, perfOf, scoreRows } from "./rows.ts";

type Status = "passed" | "failed" | "skipped" | "pending" | "other";

export function ctrf(record: GradeRecord): string {
  const rows = scoreRows(record);
  const start = Date.parse(record.startedAt);
  const count = (status: Status): number =>
    rows.filter((r) => statusOf(r.verdict) === status).length;
  const report = {
    reportFormat: "CTRF",
    specVersion: "0.0.0",
    generatedBy: "deep-dive grader",
    timestamp: record.startedAt,
    results: {
      tool: { name: "deep-dive" },
      summary: {
        tests: rows.length,
        passed: count("passed"),
        failed: count("failed"),
        skipped: count("skipped"),
        pending: count("pending"),
        other: count("other"),
        start,
        stop: start + Math.round(record.durationMs),
      },
      tests: rows.map(test),
    },
    extra: {
      seed: record.seed,
      points: record.points,
      openPoints: record.openPoints,
      maxPoints: record.maxPoints,
    },
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

function test(row: ScoreRow): object {
  return {
    testId: row.key,
    name: row.title,
    status: statusOf(row.verdict),
    duration: row.measure === null ? Math.round(row.exercise.durationMs) : 0,
    suite: [row.exercise.topic],
    rawStatus: row.verdict,
    filePath: row.exercise.file,
    ...(row.message === "" ? {} : { message: row.message }),
    extra: {
      points: row.points,
      maxPoints: row.maxPoints,
      ...(row.measure === null ? {} : { perf: perfOf(row.measure) }),
    },
  };
}

function statusOf(verdict: Verdict): Status {
  if (verdict === "passed") return "passed";
  if (verdict === "not-started") return "skipped";
  return isOpen(verdict) ? "other" : "failed";
}
