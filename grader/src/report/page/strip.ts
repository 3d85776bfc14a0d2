/**
 * A measure as a strip: the value, the limit, the naive loop and the reference answer on one line.
 *
 * Logarithmic where the figures differ by more than tenfold. The side that passes is shaded, the noise interval is a bar
 * through the value, and every mark has a shape of its own and its figure in words.
 */
import type { MeasureRecord } from "../../judge/record.ts";
import { escapeHtml } from "../escape.ts";

const WIDTH = 440;
const MARGIN = 50;
const LINE = 58;
/** Two labels closer than this would overlap, so one of them goes to the next row. */
const LABEL_WIDTH = 110;

interface Mark {
  readonly kind: "limit" | "yours" | "naive" | "reference";
  readonly at: number;
}

/** An `<svg>`, or nothing where there is no figure to draw. */
export function strip(m: MeasureRecord): string {
  if (m.value === null || m.kind === "shares-memory") return "";
  const marks: Mark[] = [
    { kind: "limit", at: m.limit },
    ...(m.baseline === undefined ? [] : [{ kind: "naive", at: m.baseline } as const]),
    ...(m.reference === undefined ? [] : [{ kind: "reference", at: m.reference } as const]),
    { kind: "yours", at: m.value },
  ];
  const x = scale([...marks.map((mark) => mark.at), ...(m.interval ?? [])]);
  const noise =
    m.interval === undefined
      ? ""
      : `<rect class="noise" x="${x(m.interval[0])}" y="${LINE - 5}" width="${Math.max(2, x(m.interval[1]) - x(m.interval[0]))}" height="10" rx="5"/>`;
  const limit = x(m.limit);
  const [from, to] = m.kind === "speed-up" ? [limit, WIDTH] : [0, limit];
  const good = `<rect class="good" x="${from}" y="${LINE - 12}" width="${Math.max(0, to - from)}" height="24" rx="4"/>`;
  return `<svg class="strip" role="img" viewBox="0 0 ${WIDTH} 104" preserveAspectRatio="xMidYMid meet"><title>${escapeHtml(wordsOf(m))}</title>${good}<line class="axis" x1="0" x2="${WIDTH}" y1="${LINE}" y2="${LINE}"/>${noise}${marks.map((mark) => shapeOf(mark, x(mark.at))).join("")}${labels(marks, x)}</svg>`;
}

function wordsOf(m: MeasureRecord): string {
  const parts = [
    `${m.label}: ${figure(m.value ?? 0)} ${m.unit}`,
    `limit ${figure(m.limit)}`,
    m.baseline === undefined ? "" : `naive ${figure(m.baseline)}`,
    m.reference === undefined ? "" : `reference ${figure(m.reference)}`,
    m.interval === undefined ? "" : `noise ${m.interval.map(figure).join(" to ")}`,
  ];
  return parts.filter((part) => part !== "").join(", ");
}

function shapeOf({ kind }: Mark, x: number): string {
  switch (kind) {
    case "limit":
      return `<line class="limit" x1="${x}" x2="${x}" y1="${LINE - 14}" y2="${LINE + 14}"/>`;
    case "yours":
      return `<circle class="value" cx="${x}" cy="${LINE}" r="7"/>`;
    case "naive":
      return `<rect class="other" x="${x - 5}" y="${LINE - 5}" width="10" height="10"/>`;
    case "reference":
      return `<path class="other" d="M${x} ${LINE - 7}l7 7l-7 7l-7 -7z"/>`;
  }
}

/** Labels above the line for the answer and the limit, below it for what they are compared with; none overlaps. */
function labels(marks: readonly Mark[], x: (at: number) => number): string {
  const rows: Readonly<Record<"above" | "below", readonly number[]>> = {
    above: [LINE - 20, LINE - 38],
    below: [LINE + 28, LINE + 44],
  };
  return (["above", "below"] as const)
    .flatMap((side) => {
      const own = marks
        .filter((m) => (m.kind === "yours" || m.kind === "limit") === (side === "above"))
        .toSorted((a, b) => a.at - b.at);
      let [row, last] = [0, -Infinity];
      return own.map((m) => {
        const at = x(m.at);
        row = at - last < LABEL_WIDTH ? 1 - row : 0;
        last = at;
        const place = Math.min(WIDTH - 46, Math.max(46, at));
        const strong = m.kind === "yours" ? ' class="strong"' : "";
        return `<text${strong} x="${place}" y="${rows[side][row]}" text-anchor="middle">${escapeHtml(`${m.kind} ${figure(m.at)}`)}</text>`;
      });
    })
    .join("");
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
  if (Number.isInteger(value)) return value.toLocaleString("en");
  return Math.abs(value) >= 1e-3 ? value.toPrecision(3) : value.toExponential(1);
}
