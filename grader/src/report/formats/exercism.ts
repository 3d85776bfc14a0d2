/**
 * Exercism's `results.json`, version 3.
 */
import type { GradeRecord } from "../../judge/record.ts";
import { type ScoreRow, isAllBroken, isOpen, readable, scoreRows } from "./rows.ts";

const MOST_MESSAGE = 65_535;
const MOST_OUTPUT = 500;
/** Where prints were cut, in the interface's own words. */
const CUT_OUTPUT = `\nOutput was truncated. Please limit to ${MOST_OUTPUT} chars`;

export function exercism(record: GradeRecord): string {
  const rows = scoreRows(record);
  const isBroken = isAllBroken(rows);
  const isPassed = rows.every((r) => r.verdict === "passed");
  const result = {
    version: 3,
    status: isBroken ? "error" : isPassed ? "pass" : "fail",
    ...(isBroken ? { message: messageOf(rows[0]!) } : {}), // not empty where all are broken
    tests: rows.map((row) => ({
      name: row.title,
      status: row.verdict === "passed" ? "pass" : isOpen(row.verdict) ? "error" : "fail",
      ...(row.verdict === "passed" ? {} : { message: messageOf(row) }),
      ...(row.measure === null && row.exercise.output !== undefined
        ? { output: cut(readable(row.exercise.output), MOST_OUTPUT, CUT_OUTPUT) }
        : {}),
    })),
  };
  return `${JSON.stringify(result, null, 2)}\n`;
}

function messageOf(row: ScoreRow): string {
  return cut(row.message === "" ? row.verdict : row.message, MOST_MESSAGE);
}

function cut(text: string, most: number, mark = "..."): string {
  return text.length <= most ? text : `${text.slice(0, most - mark.length)}${mark}`;
}
