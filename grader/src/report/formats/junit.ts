/**
 * JUnit XML, as the tools that read it agree on: a suite a topic, a case a row.
 *
 * Points stand in properties, which readers that do not know them pass over.
 */
import type { GradeRecord } from "../../judge/record.ts";
import { escapeHtml } from "../escape.ts";
import { type ScoreRow, isOpen, readable, scoreRows } from "./rows.ts";

export function junit(record: GradeRecord): string {
  const rows = scoreRows(record);
  const suites = record.topics.map((topic) => {
    const own = rows.filter((r) => r.exercise.topic === topic.id);
    return `<testsuite ${attributes({ name: topic.id, ...counts(own), time: timeOf(own), timestamp: record.startedAt.slice(0, 19) })}>\n${own.map(testcase).join("\n")}\n</testsuite>`;
  });
  const head = attributes({
    name: "deep-dive",
    ...counts(rows),
    time: seconds(record.durationMs),
    timestamp: record.startedAt.slice(0, 19),
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites ${head}>\n${suites.join("\n")}\n</testsuites>\n`;
}

function testcase(row: ScoreRow): string {
  const properties = [
    ["points", row.points],
    ["max-points", row.maxPoints],
    ["verdict", row.verdict],
    ...(row.measure === null
      ? []
      : ([
          ["measured", row.measure.value ?? ""],
          ["gate", row.measure.limit],
        ] as const)),
  ].map(
    ([name, value]) => `<property ${attributes({ name: String(name), value: String(value) })}/>`,
  );
  const head = attributes({
    name: row.title,
    classname: row.exercise.topic,
    time: seconds(millisecondsOf(row)),
    file: row.exercise.file,
  });
  return `<testcase ${head}><properties>${properties.join("")}</properties>${outcome(row)}</testcase>`;
}

function outcome(row: ScoreRow): string {
  if (row.verdict === "passed") return "";
  const message = attributes({ message: row.verdict });
  if (row.verdict === "not-started" || isOpen(row.verdict)) return `<skipped ${message}/>`;
  return `<failure ${attributes({ message: row.message.split("\n")[0] ?? row.verdict, type: row.verdict })}>${cdata(row.message)}</failure>`;
}

function counts(rows: readonly ScoreRow[]): Record<string, string> {
  const skipped = rows.filter((r) => r.verdict === "not-started" || isOpen(r.verdict)).length;
  const passed = rows.filter((r) => r.verdict === "passed").length;
  return {
    tests: String(rows.length),
    failures: String(rows.length - passed - skipped),
    errors: "0",
    skipped: String(skipped),
  };
}

function attributes(list: Readonly<Record<string, string>>): string {
  return Object.entries(list)
    .map(([name, value]) => `${name}="${escapeHtml(readable(value))}"`)
    .join(" ");
}

function cdata(text: string): string {
  return `<![CDATA[${text.replaceAll("]]>", "]]]]><![CDATA[>")}]]>`;
}

/** Tests and limits of an exercise share one time: it stands with the tests. */
function millisecondsOf(row: ScoreRow): number {
  return row.measure === null ? row.exercise.durationMs : 0;
}

function timeOf(rows: readonly ScoreRow[]): string {
  return seconds(rows.reduce((sum, row) => sum + millisecondsOf(row), 0));
}

function seconds(ms: number): string {
  return (ms / 1000).toFixed(3);
}
