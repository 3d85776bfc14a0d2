/**
 * Whether a loop of dropped results survives: its time against disposing each one, and its peak of memory.
 */
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { quantile } from "./rounds.ts";

const SCRIPT = fileURLToPath(new URL("temporaries.ts", import.meta.url));

export interface Survival {
  readonly count: number;
  /** Time of the dropping loop over that of the disposing one: median of the paired rounds. */
  readonly timeRatio: number;
  /** The dropping loop's peak, the worst round. */
  readonly peakBytes: number;
}

export const MOST_TIME_RATIO = 1.3;
export const MOST_BYTES: number = 300 * 2 ** 20;

/** Runs both loops in turn, `rounds` times; `count` additions of 1e6 float64 elements each. */
export function measureSurvival(count: number, rounds: number): Survival {
  const run = (how: "dispose" | "drop"): { ns: number; peakBytes: number } =>
    JSON.parse(
      execFileSync(process.execPath, [SCRIPT, String(count), "1000000", how], { encoding: "utf8" }),
    ) as { ns: number; peakBytes: number }; // our own script's line
  const pairs = Array.from({ length: rounds }, () => ({
    drop: run("drop"),
    dispose: run("dispose"),
  }));
  return {
    count,
    timeRatio: quantile(
      pairs.map((p) => p.drop.ns / p.dispose.ns),
      0.5,
    ),
    peakBytes: Math.max(...pairs.map((p) => p.drop.peakBytes)),
  };
}
