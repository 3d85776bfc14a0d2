/**
 * Results as text: a row a case, a bar for the ratio to NumPy.
 *
 * Eighty columns unless the terminal has more; no colour where NO_COLOR or a pipe says so.
 */
import { styleText } from "node:util";
import { type Ratio, ratio } from "../measure/rounds.ts";
import type { Crossing } from "../measure/thresholds.ts";
import type { Result } from "../measure/run.ts";
import type { TargetOutcome } from "../measure/targets.ts";

const BAR = 16;

/** One line for a case: what it is, our time, and how many times as fast as each peer we are. */
export function resultLine(r: Result): string {
  const name = `${r.op} ${r.dtype}`.padEnd(26);
  const against = (other: string): string => cell(ratio(r.samples, "ours, disposed", other));
  const mine = r.samples["ours, disposed"];
  const time =
    mine === undefined
      ? "failed"
      : timeText(mine.toSorted((a, b) => a - b)[Math.floor(mine.length / 2)]!);
  const numpy = ratio(r.samples, "ours, disposed", "NumPy");
  const line = `${name} ${sizeText(r.n).padStart(4)} ${time.padStart(8)} ${against("NumPy")} ${against("numpy-ts, disposed")} ${against("JS loop")} ${bar(numpy)}`;
  return [line, ...r.wrong.map((w) => styleText("red", `  wrong: ${w}`))].join("\n");
}

export const HEADING: string = styleText(
  "bold",
  `${"".padEnd(26)}    n     time    NumPy numpy-ts  JS loop`,
);

/** A line a target. */
export function targetLine({ target, figure, isMet, worst }: TargetOutcome): string {
  if (figure === null) return styleText("dim", `-    ${target.name}: not measured in this run`);
  const mark = isMet ? styleText("green", "ok  ") : styleText("red", "MISS");
  const text = `${target.name}: ${figure.toFixed(2)}, at least ${target.atLeast} x ${target.other}`;
  return `${mark} ${text}${worst === undefined ? "" : ` (worst: ${worst})`}`;
}

/** What a lesson claims, and how many times as fast its way was. */
export interface ClaimOutcome {
  readonly claim: string;
  readonly ratio: Ratio;
}

/** A line a claim, with the middle half of the rounds. */
export function claimLine({ claim, ratio: { median, low, high } }: ClaimOutcome): string {
  return `${claim.padEnd(54)} ${median.toPrecision(3).padStart(6)}x  (${low.toPrecision(3)} to ${high.toPrecision(3)})`;
}

function cell(r: Ratio | null): string {
  return (r === null ? "-" : `${r.median.toPrecision(3)}x`).padStart(8);
}

/** A bar on a log scale from a tenth to ten times; the middle is NumPy's own speed. */
function bar(r: Ratio | null): string {
  if (r === null) return "";
  const at = Math.round(((Math.log10(Math.min(10, Math.max(0.1, r.median))) + 1) / 2) * BAR);
  const text = "".padEnd(at, "#").padEnd(BAR, ".");
  return r.median >= 1 ? styleText("green", text) : styleText("yellow", text);
}

export function timeText(ns: number): string {
  const [unit, scale] =
    ns < 1e3 ? (["ns", 1] as const) : ns < 1e6 ? (["us", 1e3] as const) : (["ms", 1e6] as const);
  return `${(ns / scale).toPrecision(3)} ${unit}`;
}

export function sizeText(n: number): string {
  return n < 1000 ? String(n) : `1e${Math.round(Math.log10(n))}`;
}

/** One threshold: its figure, where the two ways cross, and how they compare at every size. */
export function crossingLine({ name, current, steps }: Crossing): string {
  const last = steps.findLast(({ gain }) => gain >= 1);
  const first = steps.find(({ size }) => last === undefined || size > last.size);
  const where = `crosses between ${last?.size ?? 0} and ${first?.size ?? "more"}`;
  const gains = steps.map(({ size, gain }) => `${size}: ${gain.toPrecision(2)}x`).join("  ");
  return `${name.padEnd(15)} ${String(current).padStart(4)}, ${where.padEnd(27)} ${gains}`;
}
