/**
 * The report as one page: progress by topic, then every exercise with its reason, pictures and measures.
 *
 * Self-contained, without script or network. Everything that came out of a learner's run is escaped.
 */
import type { ExerciseRecord, GradeRecord, MeasureRecord, TestRecord } from "../../judge/record.ts";
import { escapeHtml } from "../escape.ts";
import { STYLE } from "./style.ts";
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

/** The whole page. */
export function reportPage(record: GradeRecord): string {
  const topics = record.topics.map((t) => {
    const own = record.exercises.filter((e) => e.topic === t.id);
    return `<section aria-labelledby="${anchor(t.id)}"><h2 id="${anchor(t.id)}">${escapeHtml(t.id)} <span class="soft">${t.points} of ${t.maxPoints} points</span></h2>${own.map(exercise).join("\n")}</section>`;
  });
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
      `<tr><th scope="row"><a href="#${anchor(t.id)}">${escapeHtml(t.id)}</a></th><td><progress max="${Math.max(1, t.maxPoints)}" value="${t.points}" aria-label="${escapeHtml(`${t.id}: ${t.points} of ${t.maxPoints} points`)}"></progress></td><td class="number">${t.points} / ${t.maxPoints}</td></tr>`,
  );
  return `<table><thead><tr><th scope="col">topic</th><th scope="col">progress</th><th scope="col" class="number">points</th></tr></thead><tbody>${rows.join("")}</tbody></table>`;
}

function exercise(e: ExerciseRecord): string {
  const group = GROUP[e.verdict];
  const isOpen = group === "failed" || group === "open";
  const failed = e.tests.filter((t) => t.verdict !== "passed");
  const parts = [
    e.message === undefined ? "" : `<p>${escapeHtml(e.message)}</p>`,
    ...failed.map(test),
    failed.length === 0 && e.tests.length > 0
      ? `<p class="soft">${e.tests.length} tests passed.</p>`
      : "",
    ...e.measures.map(measure),
    e.output === undefined || e.output === ""
      ? ""
      : `<h3>What it printed</h3><pre>${escapeHtml(e.output)}</pre>`,
    `<p class="soft"><code>${escapeHtml(e.file)}</code></p>`,
  ];
  return `<details${isOpen ? " open" : ""}><summary><span class="verdict ${group}"><span aria-hidden="true">${MARK[group]}</span> ${escapeHtml(e.verdict)}</span><span class="name">${escapeHtml(`${e.id} ${e.name}`)}</span><span class="soft">${e.points} / ${e.maxPoints}</span></summary><div>${parts.join("\n")}</div></details>`;
}

function test(t: TestRecord): string {
  const lines = [
    ["input", t.counterexample],
    ["expected", t.expected],
    ["got", t.actual],
  ].filter((pair): pair is [string, string] => pair[1] !== undefined);
  const text = lines
    .map(([name, value]) => `${name}\n  ${value.replaceAll("\n", "\n  ")}`)
    .join("\n");
  const seed = t.seed === undefined ? "" : `<p class="soft">seed ${t.seed}</p>`;
  return `<h3><span class="failed" aria-hidden="true">✗</span> ${escapeHtml(t.name)}</h3>${t.message === undefined ? "" : `<p>${escapeHtml(t.message)}</p>`}${text === "" ? "" : `<pre>${escapeHtml(text)}</pre>`}${seed}`;
}

function measure(m: MeasureRecord): string {
  const group = GROUP[m.verdict];
  const text =
    m.message ??
    (m.value === null ? "not measured" : `${m.value} ${m.unit}; the limit is ${m.limit}`);
  return `<h3><span class="${group}" aria-hidden="true">${MARK[group]}</span> ${escapeHtml(m.label)} <span class="soft">${m.points} / ${m.maxPoints}</span></h3><p>${escapeHtml(text)}</p>${strip(m)}`;
}

function anchor(topic: string): string {
  return `topic-${topic.replaceAll(/[^\w-]/g, "")}`;
}
