/**
 * PrairieLearn's `results.json` of an external grader: a score from 0 to 1, and a test a row.
 *
 * Where nothing ran the submission is not gradable, which costs the student no attempt.
 */
import type { GradeRecord } from "../../judge/record.ts";
import { isAllBroken, scoreRows } from "./rows.ts";

const MOST_BYTES = 1_000_000;

/** Whole files over 1 MB are refused, so messages are left out where they would take it there. */
export function prairielearn(record: GradeRecord): string {
  const full = render(record, true);
  return Buffer.byteLength(full) <= MOST_BYTES ? full : render(record, false);
}

function render(record: GradeRecord, withMessages: boolean): string {
  const rows = scoreRows(record);
  const isBroken = isAllBroken(rows);
  const result = {
    gradable: !isBroken,
    ...(isBroken ? { format_errors: rows.map((row) => `${row.title}: ${row.message}`) } : {}),
    score: record.maxPoints === 0 ? 0 : record.points / record.maxPoints,
    message: `${record.points} of ${record.maxPoints} points${record.openPoints > 0 ? `, ${record.openPoints} open` : ""}`,
    tests: rows.map((row) => ({
      name: row.title,
      points: row.points,
      max_points: row.maxPoints,
      message: row.verdict,
      ...(withMessages ? { output: row.message } : {}),
    })),
  };
  return `${JSON.stringify(result, null, 2)}\n`;
}
