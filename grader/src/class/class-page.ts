/**
 * The class on one page: how points are spread, which exercises are hardest, what goes wrong most, what looks alike.
 *
 * Self-contained, without script. Names and messages are escaped.
 */
import type { ExerciseRecord, GradeRecord } from "../judge/record.ts";
import { escapeHtml } from "../report/escape.ts";
import { STYLE } from "../report/page/style.ts";
import type { SimilarPair } from "./similar.ts";

export interface ClassResult {
  readonly name: string;
  readonly key: string;
  readonly record: GradeRecord | null;
  /** Why there is no record. */
  readonly problem: string | null;
}

export interface SimilarAnswers {
  readonly exercise: string;
  readonly pairs: readonly SimilarPair[];
}

/** Characters of a counterexample. */
const MOST_SHOWN = 120;

/** Pairs of answers to one exercise. */
const MOST_PAIRS = 20;

/** The whole page. */
export function classPage(
  results: readonly ClassResult[],
  similar: readonly SimilarAnswers[],
): string {
  const records = results.flatMap(({ record }) => (record === null ? [] : [record]));
  const sections = [
    section("Points", records.length === 0 ? "<p>Nobody was graded.</p>" : histogram(records)),
    section("Hardest exercises", table(["exercise", "solved by", "mean points"], hardest(records))),
    section(
      "What goes wrong most",
      table(
        ["exercise", "test or limit", "students", "most common counterexample"],
        stumbles(records),
      ),
    ),
    section(
      "Students",
      table(
        ["student", "points", "remark"],
        results.map((r) => [
          r.name,
          r.record === null ? "-" : `${r.record.points} / ${r.record.maxPoints}`,
          r.problem ?? openText(r.record),
        ]),
      ),
    ),
    section("Answers that look alike, for a person to judge", alike(similar)),
  ];
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Class report</title><style>${STYLE}</style></head>
<body><header><h1>Class report</h1><p class="soft">${results.length} students, ${records.length} graded.</p></header><main>${sections.join("\n")}</main></body></html>
`;
}

function section(title: string, body: string): string {
  return `<section><h2>${escapeHtml(title)}</h2>${body}</section>`;
}

/** Ten bars, from no points to all. */
function histogram(records: readonly GradeRecord[]): string {
  const bins = Array.from({ length: 10 }, () => 0);
  for (const { points, maxPoints } of records)
    bins[Math.min(9, Math.floor((10 * points) / Math.max(1, maxPoints)))]! += 1;
  const most = Math.max(1, ...bins);
  const rows = bins.map((n, k) => {
    const label = `${k * 10} to ${k * 10 + 10} %`;
    return `<tr><th scope="row">${label}</th><td><progress style="width:100%" max="${most}" value="${n}" aria-label="${label}: ${n} students"></progress></td><td class="number">${n}</td></tr>`;
  });
  return `<table><tbody>${rows.join("")}</tbody></table>`;
}

/** Exercises with the lowest share of students who solved them. */
function hardest(records: readonly GradeRecord[]): string[][] {
  const all = records.flatMap((r) => r.exercises);
  return [...Map.groupBy(all, (e) => `${e.id} ${e.name}`)]
    .map(([name, list]) => ({
      name,
      solved: list.filter((e) => e.verdict === "passed").length / list.length,
      mean: list.reduce((sum, e) => sum + e.points, 0) / list.length,
      most: list[0]!.maxPoints, // groups are never empty
    }))
    .sort((a, b) => a.solved - b.solved)
    .slice(0, 15)
    .map(({ name, solved, mean, most }) => [
      name,
      `${Math.round(100 * solved)} %`,
      `${mean.toFixed(1)} / ${most}`,
    ]);
}

/** The tests and limits that most students miss, and the input that shows it to most of them. */
function stumbles(records: readonly GradeRecord[]): string[][] {
  const missed = records
    .flatMap((r) => r.exercises)
    .filter((e) => e.verdict !== "not-started")
    .flatMap((e) => [...missedTests(e), ...missedLimits(e)]);
  return [...Map.groupBy(missed, ({ exercise, what }) => JSON.stringify([exercise, what]))]
    .map(([, list]) => list)
    .sort((a, b) => b.length - a.length)
    .slice(0, 15)
    .map((list) => {
      const { exercise, what } = list[0]!; // groups are never empty
      return [exercise, what, String(list.length), commonest(list.map(({ shown }) => shown))];
    });
}

interface Missed {
  readonly exercise: string;
  readonly what: string;
  /** A counterexample, or what the test says; "" where it says nothing. */
  readonly shown: string;
}

/** A file that does not run at all has no tests: its verdict stands for them. */
function missedTests(e: ExerciseRecord): Missed[] {
  const exercise = `${e.id} ${e.name}`;
  if (e.tests.length === 0) return [{ exercise, what: e.verdict, shown: e.message ?? "" }];
  return e.tests
    .filter((t) => t.verdict !== "passed")
    .map((t) => ({
      exercise,
      what: t.name,
      shown: t.counterexample ?? t.message?.split("\n")[0] ?? "",
    }));
}

function missedLimits(e: ExerciseRecord): Missed[] {
  return e.measures
    .filter((m) => m.verdict === "over-limit")
    .map((m) => ({
      exercise: `${e.id} ${e.name}`,
      what: m.label,
      shown: m.value === null ? "" : `${m.value} ${m.unit}, the limit is ${m.limit}`,
    }));
}

/** The text that most have, with how many of how many where not all have it. */
function commonest(texts: readonly string[]): string {
  const [first] = [...Map.groupBy(texts, (t) => t)].sort(([, a], [, b]) => b.length - a.length);
  if (first === undefined || first[0] === "") return "";
  const [text, list] = first;
  const short = text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN - 3)}...` : text;
  return list.length === texts.length ? short : `${short} (${list.length} of ${texts.length})`;
}

/** The most alike pairs of each exercise; where very many are alike, that is said instead of shown. */
function alike(similar: readonly SimilarAnswers[]): string {
  const rows = similar.flatMap(({ exercise, pairs }) => {
    const left = pairs.length - MOST_PAIRS;
    return [
      ...pairs
        .slice(0, MOST_PAIRS)
        .map((p) => [exercise, `${p.left}, ${p.right}`, `${Math.round(100 * p.similarity)} %`]),
      ...(left > 0
        ? [[exercise, `${left} more pairs: short answers come out alike by themselves`, ""]]
        : []),
    ];
  });
  return rows.length === 0
    ? "<p>None were found.</p>"
    : table(["exercise", "students", "in common"], rows);
}

function openText(record: GradeRecord | null): string {
  return record !== null && record.openPoints > 0 ? `${record.openPoints} points open` : "";
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = (row: readonly string[], tag: string): string =>
    row
      .map((c) => `<${tag}${tag === "th" ? ' scope="col"' : ""}>${escapeHtml(c)}</${tag}>`)
      .join("");
  return `<table><thead><tr>${cells(head, "th")}</tr></thead><tbody>${rows.map((r) => `<tr>${cells(r, "td")}</tr>`).join("")}</tbody></table>`;
}
