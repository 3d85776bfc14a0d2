/**
 * The counted measures: allocations, bytes, views, touches, cache lines, error, growth of touches.
 *
 * Knows limits and one guest at a time; no clock. The same answer gets the same figures on every machine. A measured
 * result must also be right, so that nothing is gained by doing nothing.
 */
import type { CacheFacts } from "../sandbox/guest/cache.ts";
import type { Counts } from "../sandbox/guest/meter.ts";
import type { Limit } from "../course/topic.ts";
import { makeDraw } from "../course/draw.ts";
import { slopeOf } from "./growth.ts";
import { isSame } from "./same.ts";
import type { Meters } from "./meters.ts";
import { SessionFault, SessionThrown } from "./session.ts";
import type { Job, MeasureReport, Task } from "./task.ts";
import type { Context } from "./context.ts";

type Growth = Extract<Limit, { kind: "growth" }>;

const DEFAULT_CACHE: CacheFacts = { bytes: 32 * 1024, lineBytes: 64, ways: 8 };
const DEFAULT_N = 1000;

/** What is measured, and with what. */
export interface Measuring {
  readonly task: Task;
  readonly job: Job;
  readonly context: Context;
  readonly meters: Meters;
}

/** Whether a limit needs a clock. */
export function isTimed(limit: Limit): boolean {
  return limit.kind === "speed-up" || (limit.kind === "growth" && limit.of === "time");
}

/** The report row of a limit before it is measured. */
export function rowOf(limit: Limit): Omit<MeasureReport, "value" | "verdict"> {
  const bound = typeof limit.limit === "boolean" ? Number(limit.limit) : limit.limit;
  return {
    kind: limit.kind,
    label: limit.label ?? labelOf(limit),
    limit: bound,
    unit: unitOf(limit),
    points: limit.points,
  };
}

/** Measures `limit`, the `index`-th of its exercise. */
export async function measureCounted(
  limit: Limit,
  index: number,
  measuring: Measuring,
): Promise<MeasureReport> {
  const row = rowOf(limit);
  try {
    if (limit.kind === "growth")
      return { ...row, ...judgedGrowth(limit, await touchesOf(limit, index, measuring)) };
    const { result, counts, args } = await once(limit, index, limit.n ?? DEFAULT_N, measuring);
    return {
      ...row,
      ...judged(limit, valueOf(limit, result, counts, args, measuring.context)),
      ...(counts.heat.length === 0 ? {} : { heat: counts.heat }),
    };
  } catch (error) {
    return { ...row, value: null, ...verdictOf(error) };
  }
}

/** The verdict of a measure that did not come to a figure. */
export function verdictOf(error: unknown): { verdict: MeasureReport["verdict"]; message: string } {
  if (error instanceof WrongResult || error instanceof SessionThrown)
    return { verdict: "failed", message: error.message };
  if (error instanceof SessionFault) {
    const { kind, message } = error.fault;
    return { verdict: kind === "syntax-error" || kind === "forbidden" ? "failed" : kind, message };
  }
  return {
    verdict: "grader-fault",
    message: error instanceof Error ? error.message : String(error),
  };
}

/** The answer is wrong for the measured input. */
export class WrongResult extends Error {}

async function once(
  limit: Limit,
  index: number,
  n: number,
  measuring: Measuring,
): Promise<{ result: unknown; counts: Counts; args: readonly unknown[] }> {
  const { task, job, context, meters } = measuring;
  const inputs = (): readonly unknown[] =>
    limit.input(makeDraw(job.seed, `${task.exerciseId}/${index}/${n}`, n));
  const args = inputs();
  const session = await meters.fresh(
    isTraced(limit, args, context) ? "trace" : "count",
    task,
    job,
    context,
  );
  const cache = limit.kind === "cache-lines" ? (limit.cache ?? DEFAULT_CACHE) : DEFAULT_CACHE;
  const measured = await session.measure(limit.call, args, cache);
  checkResult(limit, measured.result, inputs, context);
  return { ...measured, args };
}

/** @throws {WrongResult} where the limit knows the right result and this is another */
export function checkResult(
  limit: Limit,
  result: unknown,
  inputs: () => readonly unknown[],
  context: Context,
): void {
  const right = limit.expected ?? (limit.naive === undefined ? null : context.naive(limit.naive));
  if (right === null) return;
  const expected = right(...inputs());
  const same =
    limit.same ??
    ((a: unknown, b: unknown) => isSame(a, b, (value) => value instanceof context.marshal.NDArray));
  if (same(result, expected) !== true)
    throw new WrongResult("the result is wrong for the measured input");
}

function isTraced(limit: Limit, args: readonly unknown[], context: Context): boolean {
  if (limit.kind === "cache-lines") return true;
  if (limit.kind !== "touches" && limit.kind !== "growth") return false;
  return !args.some((arg) => arg instanceof context.marshal.NDArray);
}

/** Reads and writes at each of the limit's sizes. */
async function touchesOf(limit: Growth, index: number, measuring: Measuring): Promise<number[]> {
  const touches: number[] = [];
  for (const n of limit.sizes) {
    const { counts } = await once(limit, index, n, measuring);
    touches.push(counts.reads + counts.writes);
  }
  return touches;
}

function judgedGrowth(
  limit: Growth,
  touches: readonly number[],
): Pick<MeasureReport, "value" | "verdict" | "message"> {
  const growth = judged(limit, slopeOf(limit.sizes, touches));
  const last = touches.at(-1) ?? 0;
  if (growth.verdict !== "passed" || limit.most === undefined || last <= limit.most) return growth;
  return {
    ...growth,
    verdict: "over-limit",
    message: `${last} reads and writes at n = ${limit.sizes.at(-1)}, at most ${limit.most} are allowed there`,
  };
}

function valueOf(
  limit: Limit,
  result: unknown,
  counts: Counts,
  args: readonly unknown[],
  context: Context,
): number {
  switch (limit.kind) {
    case "allocations":
      return counts.allocations;
    case "bytes":
      return counts.bytes;
    case "peak-bytes":
      return counts.peakBytes;
    case "touches":
      return limit.count === "reads"
        ? counts.reads
        : limit.count === "writes"
          ? counts.writes
          : counts.reads + counts.writes;
    case "cache-lines":
      return counts.misses;
    case "error":
      return limit.error(result, args);
    case "shares-memory":
      return Number(
        context.sharesMemory(
          limit.of === undefined ? result : limit.of(result),
          args[limit.argument ?? 0],
        ),
      );
    default:
      throw new Error(`internal: ${limit.kind} is not counted`);
  }
}

function judged(limit: Limit, value: number): { value: number; verdict: MeasureReport["verdict"] } {
  const isInside =
    limit.kind === "shares-memory" ? value === Number(limit.limit) : value <= Number(limit.limit);
  return { value, verdict: isInside ? "passed" : "over-limit" }; // NaN is not inside
}

function unitOf(limit: Limit): string {
  switch (limit.kind) {
    case "allocations":
      return "arrays";
    case "bytes":
    case "peak-bytes":
      return "bytes";
    case "shares-memory":
      return "view";
    case "touches":
      return limit.count === "reads"
        ? "reads"
        : limit.count === "writes"
          ? "writes"
          : "reads and writes";
    case "cache-lines":
      return "cache misses";
    case "error":
      return limit.unit;
    case "speed-up":
      return "times the naive loop";
    case "growth":
      return "exponent";
  }
}

function labelOf(limit: Limit): string {
  if (limit.kind === "shares-memory")
    return limit.limit ? "the result is a view" : "the result is a copy";
  if (limit.kind === "speed-up") return `at least ${limit.limit} times the naive loop's speed`;
  if (limit.kind === "growth") return `grows as n to the power of at most ${limit.limit}`;
  return `at most ${limit.limit} ${unitOf(limit)}`;
}
