/**
 * The report as one page: progress by topic, then every exercise with its reason, pictures and measures.
 *
 * Self-contained, without script or network. Everything that came out of a learner's run is escaped.
 */
import type { ExerciseRecord, GradeRecord, MeasureRecord, TestRecord } from "../../judge/record.ts";
import { escapeHtml } from "../escape.ts";
import { heatMaps } from "./heat-map.ts";
import { pictureFigure } from "./picture.ts";
import { STYLE } from "./style.ts";
import { onOneLine } from "../one-line.ts";
import { told } from "../told.ts";
import { strip } from "./strip.ts";

const GROUP: Readonly<Record<MeasureRecord["verdict"], "passed" | "failed" | "open" | "waiting">> =
  {
    passed: "passed",
    failed: "failed",
    "not-started": "waiting",
    "not-measured": "waiting",
    "over-limit": "failed",
    crashed: "failed",
    "timed-out": "failed",
    "out-of-memory": "failed",
    "too-much-output": "failed",
    forbidden: "failed",
    "syntax-error": "failed",
    inconclusive: "open",
    "grader-fault": "open",
  };

const MARK = { passed: "✓", failed: "✗", open: "?", waiting: "·" } as const;

/** What the learner's own progress adds to a record. */
export interface PageOptions {
  /** Hints taken, by exercise. */
  readonly hints?: Readonly<Record<string, number>>;
}

/** The whole page. */
export function reportPage(record: GradeRecord, { hints = {} }: PageOptions = {}): string {
  const hintsOf = (id: string): number => (Object.hasOwn(hints, id) ? (hints[id] ?? 0) : 0);
  const topics = record.topics.map((t) => {
    const own = record.exercises.filter((e) => e.topic === t.id);
    const passed = own.filter((e) => e.verdict === "passed").length;
    return `<section aria-labelledby="${anchor(t.id)}"><h2 id="${anchor(t.id)}">${escapeHtml(titleOf(t.id))} <span class="soft">${passed} of ${own.length} passed, ${t.points} of ${t.maxPoints} points</span></h2>${own.map((e) => exercise(e, hintsOf(e.id))).join("\n")}</section>`;
  });
  const passed = record.exercises.filter((e) => e.verdict === "passed").length;
  const taken = record.exercises.reduce((sum, e) => sum + hintsOf(e.id), 0);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<title>${record.points} of ${record.maxPoints} points</title>
<style>${STYLE}</style>
</head>
<body>
<header>
<h1>${record.points} of ${record.maxPoints} points</h1>
<progress class="whole" max="${Math.max(1, record.maxPoints)}" value="${record.points}" aria-label="${record.points} of ${record.maxPoints} points"></progress>
<p>${passed} of ${count(record.exercises.length, "exercise")} passed${taken === 0 ? "" : `, ${count(taken, "hint")} used`}.</p>
${record.openPoints > 0 ? `<p class="open">${record.openPoints} points are open: the machine was too busy to measure them.</p>` : ""}
<p class="soft">Graded ${escapeHtml(record.startedAt.slice(0, 16).replace("T", " "))} UTC, seed ${record.seed}, isolation ${escapeHtml(record.isolation)}, Node ${escapeHtml(record.node)}.</p>
</header>
<main>
<h2 id="topics">Topics</h2>
${topicTable(record)}
${topics.join("\n")}
</main>
</body>
</html>
`;
}

function topicTable(record: GradeRecord): string {
  const rows = record.topics.map(
    (t) =>
      `<tr><th scope="row"><a href="#${anchor(t.id)}">${escapeHtml(titleOf(t.id))}</a></th><td><progress max="${Math.max(1, t.maxPoints)}" value="${t.points}" aria-label="${escapeHtml(`${t.id}: ${t.points} of ${t.maxPoints} points`)}"></progress></td><td class="number">${t.points} / ${t.maxPoints}</td></tr>`,
  );
  return `<table><thead><tr><th scope="col">topic</th><th scope="col">progress</th><th scope="col" class="number">points</th></tr></thead><tbody>${rows.join("")}</tbody></table>`;
}

function exercise(e: ExerciseRecord, hints: number): string {
  const group = GROUP[e.verdict];
  const isOpen = group === "failed" || group === "open";
  const failed = e.tests.filter((t) => t.verdict !== "passed");
  const parts = [
    e.message === undefined ? "" : `<p>${escapeHtml(e.message)}</p>`,
    failures(failed),
    failed.length === 0 && e.tests.length > 0
      ? `<p class="soft">${count(e.tests.length, "test")} passed.</p>`
      : "",
    ...e.measures.map(measure),
    e.output === undefined || e.output === ""
      ? ""
      : `<h3>What it printed</h3><pre>${escapeHtml(e.output)}</pre>`,
    `<p class="soft"><code>${escapeHtml(e.file)}</code></p>`,
  ];
  return `<details${isOpen ? " open" : ""}><summary><span class="verdict ${group}"><span aria-hidden="true">${MARK[group]}</span> ${escapeHtml(e.verdict)}</span><span class="name">${escapeHtml(`${e.id} ${e.name}`)}</span>${hints === 0 ? "" : `<span class="hints">${count(hints, "hint")}</span>`}<span class="soft">${e.points} / ${e.maxPoints}</span></summary><div>${parts.join("\n")}</div></details>`;
}

/** The first failure in full; the others wait below it, closed. */
function failures(failed: readonly TestRecord[]): string {
  const [first, ...rest] = failed;
  if (first === undefined) return "";
  if (rest.length === 0) return test(first);
  const more = `${count(rest.length, "more test")} ${rest.length === 1 ? "fails" : "fail"}`;
  return `${test(first)}<details class="more"><summary>${more}</summary><div>${rest.map(test).join("\n")}</div></details>`;
}

function test(t: TestRecord): string {
  const { says, values } = told(t);
  const rows = [
    ["input", t.counterexample],
    ["expected", values?.expected],
    ["got", values?.actual],
    ["seed", t.seed === undefined ? undefined : String(t.seed)],
  ].flatMap(([name, value]) =>
    value === undefined
      ? []
      : [`<dt>${name}</dt><dd>${escapeHtml(onOneLine(value)).replaceAll("\n", "<br>")}</dd>`],
  );
  return `<h3><span class="failed" aria-hidden="true">✗</span> ${escapeHtml(t.name)}</h3>${says === "" ? "" : `<p>${escapeHtml(says)}</p>`}${rows.length === 0 ? "" : `<dl class="facts values">${rows.join("")}</dl>`}${t.picture === undefined ? "" : pictureFigure(t.picture)}`;
}

function measure(m: MeasureRecord): string {
  const group = GROUP[m.verdict];
  const text = m.message ?? (m.value === null ? "not measured" : measured(m));
  return `<h3><span class="${group}" aria-hidden="true">${MARK[group]}</span> ${escapeHtml(m.label)} <span class="soft">${m.points} / ${m.maxPoints}</span></h3><p>${escapeHtml(text)}</p>${strip(m)}${heatMaps(m)}`;
}

function measured({ kind, value, unit, limit }: MeasureRecord): string {
  if (kind === "shares-memory")
    return `The result is ${value === 1 ? "a view" : "a copy"}; it should be ${limit === 1 ? "a view" : "a copy"}.`;
  return `${value} ${unit}; the limit is ${limit}.`;
}

/** `03-memory` as a reader names it: `3 memory`. */
function titleOf(topic: string): string {
  const [number, ...words] = topic.split("-");
  return /^\d+$/.test(number ?? "") ? `${Number(number)} ${words.join(" ")}` : topic;
}

function count(n: number, what: string): string {
  return `${n} ${what}${n === 1 ? "" : "s"}`;
}

function anchor(topic: string): string {
  return `topic-${topic.replaceAll(/[^\w-]/g, "")}`;
}
