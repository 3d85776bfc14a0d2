/**
 * Results as one page: time against size, and the ratio to NumPy, one plot an operation.
 *
 * The plots are SVG drawn here, so the page needs no script and no network.
 */
import * as echarts from "echarts";
import type { Result } from "../measure/run.ts";
import { quantile } from "../measure/rounds.ts";
import type { TargetOutcome } from "../measure/targets.ts";
import { targetLine } from "./table.ts";

/** The page; every text in it is escaped. */
export function htmlPage(
  results: readonly Result[],
  targets: readonly TargetOutcome[],
  about: string,
): string {
  const groups = Map.groupBy(results, (r) => `${r.op} ${r.dtype}`);
  const plots = [...groups].map(
    ([name, group]) => `<figure><figcaption>${escape(name)}</figcaption>${plot(group)}</figure>`,
  );
  const rows = targets.map((t) => `<li>${escape(plain(targetLine(t)))}</li>`);
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Benchmarks</title>
<style>
:root { color-scheme: light dark } body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 72rem; padding: 0 1rem }
main { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fill, minmax(22rem, 1fr)) }
figure { margin: 0 } figure svg { background: #fff; border-radius: 6px; height: auto; max-width: 100% }
</style></head><body>
<h1>Benchmarks</h1><p>${escape(about)}</p>
<h2>Targets</h2><ul>${rows.join("")}</ul>
<h2>Time against size</h2><p>Both axes are logarithmic; lower is faster.</p>
<main>${plots.join("\n")}</main>
</body></html>
`;
}

function plot(group: readonly Result[]): string {
  const names = [...new Set(group.flatMap((r) => Object.keys(r.samples)))];
  const chart = echarts.init(null, null, { renderer: "svg", ssr: true, width: 440, height: 300 });
  chart.setOption({
    animation: false,
    legend: { data: names, top: 0, itemHeight: 8, textStyle: { fontSize: 10 } },
    grid: { left: 56, right: 16, top: 56, bottom: 32 },
    xAxis: { type: "log", name: "n", nameGap: 4 },
    yAxis: { type: "log", name: "ns" },
    series: names.map((name) => ({
      name,
      type: "line",
      data: group.flatMap((r) =>
        r.samples[name] === undefined ? [] : [[r.n, quantile(r.samples[name], 0.5)]],
      ),
    })),
  });
  const svg = chart.renderToSVGString();
  chart.dispose();
  return svg;
}

function plain(text: string): string {
  return text.replaceAll(/\u001b\[\d+m/g, "");
}

function escape(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
