/**
 * GitHub's annotations: one workflow command a row that was missed, shown beside the learner's file.
 *
 * The text is escaped as the runner unescapes it, so that nothing of it can begin a command of its own. It has to be
 * printed outside of the stop marks that surround everything else.
 */
import type { GradeRecord } from "../../judge/record.ts";
import { NOT_MEASURED, type ScoreRow, isOpen, scoreRows } from "./rows.ts";

/** GitHub shows ten of each level a step. */
const MOST = 10;
const MOST_CHARACTERS = 1_000;

type Level = "error" | "warning" | "notice";

export function githubAnnotations(record: GradeRecord): string {
  const missed = scoreRows(record).flatMap((row) => {
    const level = levelOf(row);
    return level === null ? [] : [{ row, level }];
  });
  const lines = (["error", "warning", "notice"] as const).flatMap((level) => {
    const own = missed.filter((one) => one.level === level);
    const shown = own.slice(0, own.length > MOST ? MOST - 1 : MOST).map((one) => command(one));
    const left = own.length - shown.length;
    return left > 0 ? [...shown, `::${level}::${left} more, in the summary`] : shown;
  });
  return lines.map((line) => `${line}\n`).join("");
}

/** Whose own fault it was stands in red; what is right but over a limit in yellow; what nobody could tell in grey. */
function levelOf({ verdict, message }: ScoreRow): Level | null {
  if (verdict === "passed" || verdict === "not-started" || message === NOT_MEASURED) return null;
  if (isOpen(verdict)) return "notice";
  return verdict === "over-limit" ? "warning" : "error";
}

function command({ row, level }: { readonly row: ScoreRow; readonly level: Level }): string {
  const place = /^\S+\.ts:(\d+):(\d+) /.exec(row.message); // what cannot be read says where
  const properties = {
    file: `exercises/${row.exercise.file}`,
    line: place?.[1] ?? "1",
    ...(place === null ? {} : { col: place[2]! }),
    title: `${row.title}: ${row.verdict}`,
  };
  const list = Object.entries(properties).map(([name, value]) => `${name}=${property(value)}`);
  return `::${level} ${list.join(",")}::${data(row.message.slice(0, MOST_CHARACTERS) || row.verdict)}`;
}

function data(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function property(text: string): string {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
