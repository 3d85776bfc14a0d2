/**
 * A measure as a strip: the value, the limit, the naive loop and the reference answer on one line.
 *
 * Logarithmic where the figures differ by more than tenfold. The noise interval is a bar through the value.
 */
import type { MeasureRecord } from "../../judge/record.ts";
import { escapeHtml } from "../escape.ts";

const WIDTH = 640;
const MARGIN = 40;

/** An `<svg>`, or nothing where there is no figure to draw. */
export function strip(m: MeasureRecord): string {
  if (m.value === null) return "";
  const marks = [
    { label: "limit", at: m.limit },
    { label: "yours", at: m.value },
    ...(m.baseline === undefined ? [] : [{ label: "naive", at: m.baseline }]),
    ...(m.reference === undefined ? [] : [{ label: "reference", at: m.reference }]),
  ];
  const x = scale([...marks.map((p) => p.at), ...(m.interval ?? [])]);
  const shown = marks.map(({ label, at }, k) => {
    const px = x(at);
    const row = k % 2 === 0 ? 14 : 52;
    const mark =
      label === "limit"
        ? `<line class="limit" x1="${px}" x2="${px}" y1="20" y2="42"/>`
        : `<circle class="value" cx="${px}" cy="31" r="${label === "yours" ? 6 : 3.5}"/>`;
    return `${mark}<text x="${px}" y="${row}" text-anchor="middle">${escapeHtml(`${label} ${figure(at)}`)}</text>`;
  });
  const noise =
    m.interval === undefined
      ? ""
      : `<line class="noise" x1="${x(m.interval[0])}" x2="${x(m.interval[1])}" y1="31" y2="31"/>`;
  const title = `${m.label}: ${figure(m.value)} ${m.unit}, limit ${figure(m.limit)}`;
  return `<svg class="strip" role="img" viewBox="0 0 ${WIDTH} 60" preserveAspectRatio="xMidYMid meet"><title>${escapeHtml(title)}</title><line x1="${MARGIN}" x2="${WIDTH - MARGIN}" y1="31" y2="31"/>${noise}${shown.join("")}</svg>`;
}

/** Figures to pixels. */
function scale(figures: readonly number[]): (at: number) => number {
  const [low, high] = [Math.min(...figures), Math.max(...figures)];
  const isLog = low > 0 && high / low > 10;
  const f = isLog ? Math.log : (v: number): number => v;
  const span = f(high) - f(low);
  return (at) =>
    Math.round(MARGIN + (span === 0 ? 0.5 : (f(at) - f(low)) / span) * (WIDTH - 2 * MARGIN));
}

function figure(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toPrecision(3);
}
