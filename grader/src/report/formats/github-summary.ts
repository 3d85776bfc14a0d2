/**
 * A Markdown summary for GitHub's job page, at most 1 MiB.
 *
 * Text from a learner's run goes into code spans with its backticks, pipes and line ends taken out of the way, so it
 * can neither end the table nor start an element.
 */
import type { GradeRecord } from "../../judge/record.ts";
import { type ScoreRow, isOpen, scoreRows } from "./rows.ts";

const MOST_BYTES = 1_000_000; // GitHub takes 1 MiB a step

export function githubSummary(record: GradeRecord): string {
  const rows = scoreRows(record);
  const head = [
    `## ${record.points} of ${record.maxPoints} points`,
    ...(record.openPoints > 0
      ? ["", `${record.openPoints} points are open: the machine was too busy to measure them.`]
      : []),
    "",
    "| topic | points |",
    "| --- | ---: |",
    ...record.topics.map((t) => `| ${t.id} | ${t.points} / ${t.maxPoints} |`),
    "",
    "| | exercise | points | why |",
    "| --- | --- | ---: | --- |",
  ];
  const lines = rows.map(line);
  const foot = [
    "",
    `Seed ${record.seed}: \`npm run grade -- --seed ${record.seed}\` repeats this.`,
    "",
  ];
  let text = [...head, ...lines, ...foot].join("\n");
  for (let kept = lines.length; Buffer.byteLength(text) > MOST_BYTES; kept = Math.floor(kept / 2)) {
    text = [
      ...head,
      ...lines.slice(0, kept),
      `| | ${lines.length - kept} more rows | | |`,
      ...foot,
    ].join("\n");
  }
  return text;
}

function line(row: ScoreRow): string {
  const mark =
    row.verdict === "passed"
      ? "✅"
      : isOpen(row.verdict)
        ? "⚪"
        : row.verdict === "not-started"
          ? "▫️"
          : "❌";
  const why =
    row.verdict === "passed"
      ? ""
      : code(row.message === "" ? row.verdict : `${row.verdict}: ${row.message}`);
  return `| ${mark} | ${row.title} | ${row.points} / ${row.maxPoints} | ${why} |`;
}

function code(text: string): string {
  const plain = text
    .replaceAll(/\s+/g, " ")
    .replaceAll("`", "'")
    .replaceAll("|", "¦")
    .replaceAll("<", "‹")
    .replaceAll(">", "›");
  return `\`${plain.length > 300 ? `${plain.slice(0, 297)}...` : plain}\``;
}
