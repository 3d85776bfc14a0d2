/**
 * Results as one page: for each operation, time against size and the ratio to NumPy.
 *
 * The plots are SVG drawn here, so the page needs no script and no network.
 */
import { stripVTControlCharacters } from "node:util";
import * as echarts from "echarts";
import { quantile, ratio } from "../measure/rounds.ts";
import type { Result } from "../measure/run.ts";
import type { TargetOutcome } from "../measure/targets.ts";
import { type ClaimOutcome, claimLine, targetLine } from "./table.ts";

export interface Findings {
  /** Versions, and how many cases. */
  readonly about: string;
  readonly results: readonly Result[];
  readonly targets: readonly TargetOutcome[];
  readonly claims: readonly ClaimOutcome[];
}

/** A line in a plot: a name and its points (n, value). */
interface Line {
  readonly name: string;
  readonly points: readonly (readonly [number, number])[];
}

/** The page; every text in it is escaped. */
export function htmlPage({ about, results, targets, claims }: Findings): string {
  const groups = Map.groupBy(results, (r) => `${r.op} ${r.dtype}`);
  const figures = [...groups].map(([name, group]) => figure(name, group));
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Benchmarks</title>
<style>
:root { color-scheme: light dark } body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 72rem; padding: 0 1rem }
main { display: grid; gap: 1.5rem; grid-template-columns: repeat(auto-fill, minmax(min(22rem, 100%), 1fr)) }
figure { margin: 0 } figcaption { font-weight: 600 } figure svg { background: #fff; border-radius: 6px; height: auto; margin-top: .5rem; max-width: 100% }
pre { overflow-x: auto } ul { padding-left: 1.2rem }
</style></head><body>
<h1>Benchmarks</h1><p>${escape(about)}</p>
<h2>Targets</h2>${lines(targets.map(targetLine))}
${claims.length === 0 ? "" : `<h2>What the lessons claim</h2>${lines(claims.map(claimLine))}`}
<h2>Operations</h2><p>Above: nanoseconds for one run against the number of elements, both axes logarithmic; lower is faster.
Below: how many times as fast as NumPy; the line at 1 is NumPy itself, and higher is faster.</p>
<main>${figures.join("\n")}</main>
</body></html>
`;
}

function figure(name: string, group: readonly Result[]): string {
  const subjects = [...new Set(group.flatMap((r) => Object.keys(r.samples)))];
  const line = (subject: string, value: (r: Result) => number | null | undefined): Line => ({
    name: subject,
    points: group.flatMap((r) => {
      const v = value(r);
      return v === null || v === undefined ? [] : [[r.n, v] as const];
    }),
  });
  const times = subjects.map((s) =>
    line(s, (r) => (r.samples[s] === undefined ? null : quantile(r.samples[s], 0.5))),
  );
  const ratios = subjects.includes("NumPy")
    ? subjects.map((s) => line(s, (r) => ratio(r.samples, s, "NumPy")?.median))
    : [];
  return `<figure><figcaption>${escape(name)}</figcaption>${plot(times, "ns", true)}${
    ratios.length === 0 ? "" : plot(ratios, "times NumPy", false)
  }</figure>`;
}

function plot(drawn: readonly Line[], unit: string, hasLegend: boolean): string {
  const height = hasLegend ? 300 : 220;
  const chart = echarts.init(null, null, { renderer: "svg", ssr: true, width: 440, height });
  chart.setOption({
    animation: false,
    legend: { show: hasLegend, top: 0, itemHeight: 8, textStyle: { fontSize: 10 } },
    grid: { left: 56, right: 24, top: hasLegend ? 64 : 32, bottom: 28 },
    xAxis: { type: "log", name: "n", nameGap: 4 },
    yAxis: { type: "log", name: unit },
    series: drawn.map(({ name, points }) => ({ name, type: "line", data: points })),
  });
  const svg = chart.renderToSVGString();
  chart.dispose();
  return svg;
}

function lines(texts: readonly string[]): string {
  return `<pre>${texts.map((t) => escape(stripVTControlCharacters(t))).join("\n")}</pre>`;
}

function escape(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
