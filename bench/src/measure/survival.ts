/**
 * Whether a loop of dropped results survives: its time against disposing each one, and its peak of memory.
 */
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const SCRIPT = fileURLToPath(new URL("temporaries.ts", import.meta.url));

export interface Survival {
  /** Additions whose results were dropped. */
  readonly count: number;
  /** Time of a dropped addition over that of a disposed one. */
  readonly timeRatio: number;
  /** The dropping loop's peak of resident memory. */
  readonly peakBytes: number;
}

export const MOST_TIME_RATIO = 1.3;
export const MOST_BYTES: number = 300 * 2 ** 20;

const ELEMENTS = 1_000_000;

/** Drops `count` results of 1e6 float64 elements each, between two loops that dispose a tenth as many. */
export function measureSurvival(count: number): Survival {
  const before = run(count / 10, "dispose");
  const dropped = run(count, "drop");
  const after = run(count / 10, "dispose");
  return {
    count,
    timeRatio: dropped.ns / count / ((before.ns + after.ns) / (count / 5)),
    peakBytes: dropped.peakBytes,
  };
}

function run(count: number, how: "dispose" | "drop"): { ns: number; peakBytes: number } {
  const args = [SCRIPT, String(count), String(ELEMENTS), how];
  return JSON.parse(execFileSync(process.execPath, args, { encoding: "utf8" })) as {
    ns: number;
    peakBytes: number;
  }; // our own script's line
}
