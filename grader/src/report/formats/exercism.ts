/**
 * Exercism's `results.json`, version 3.
 */
import type { GradeRecord } from "../../judge/record.ts";
import { isOpen, readable, scoreRows } from "./rows.ts";

const MOST_MESSAGE = 65_535;
const MOST_OUTPUT = 500;

export function exercism(record: GradeRecord): string {
  const rows = scoreRows(record);
  const isBroken = rows.length > 0 && rows.every((r) => r.verdict === "syntax-error");
  const isPassed = rows.every((r) => r.verdict === "passed");
  const result = {
    version: 3,
    status: isBroken ? "error" : isPassed ? "pass" : "fail",
    ...(isBroken ? { message: cut(rows[0]!.message, MOST_MESSAGE) } : {}),
    tests: rows.map((row) => ({
      name: row.title,
      status: row.verdict === "passed" ? "pass" : isOpen(row.verdict) ? "error" : "fail",
      ...(row.verdict === "passed"
        ? {}
        : { message: cut(row.message === "" ? row.verdict : row.message, MOST_MESSAGE) }),
      ...(row.measure === null && row.exercise.output !== undefined
        ? { output: cut(readable(row.exercise.output), MOST_OUTPUT) }
        : {}),
    })),
  };
  return `${JSON.stringify(result, null, 2)}\n`;
}

function cut(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 3)}...`;
}
