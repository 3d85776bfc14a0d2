/**
 * The timed measures: `speed-up`, and `growth` of time.
 *
 * Knows a clock, and distrusts it: the naive loop and the answer run interleaved in one guest, the naive loop also in a
 * clean guest without the learner's code, and noise is what the clean guest shows. The judge times from outside.
 */
import { readFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";
import { join } from "node:path";
import type { Limit } from "../course/topic.ts";
import type { Context } from "./context.ts";
import { checkResult, rowOf, verdictOf } from "./counted.ts";
import { makeDraw } from "../course/draw.ts";
import { slopeOf } from "./growth.ts";
import { type Interval, intervalOf, medianOf } from "./interval.ts";
import { Session } from "./session.ts";
import type { Job, MeasureReport, Task } from "./task.ts";

type SpeedUp = Extract<Limit, { kind: "speed-up" }>;
type Growth = Extract<Limit, { kind: "growth" }>;

/** A span shorter than this drowns in the message that ends it. */
const SPAN_MS = 5;
const MAX_CALLS = 200;
const MAX_INPUT_BYTES = 32 * 1024 * 1024;
/** V8 optimizes a loop, takes it back at the first surprise, and waits for long before it tries again. */
const WARM_UP_MS = 200;
const MIN_WARM_UPS = 5;
const MAX_WARM_UPS = 60;
const MIN_ROUNDS = 9;
const MAX_ROUNDS = 45;
/** For one limit, the clean guest's noise included. */
const BUDGET_MS = 8_000;
/** The naive loop in the learner's guest may be this much slower than in the clean one. */
const SLOWER = 1.2;
/** An answer this many times faster than the reference is looked at by a person. */
const SUSPICIOUS = 10;

/** What a round of interleaved samples gave, each in milliseconds a call. */
interface Round {
  readonly naive: number;
  readonly answer: number;
  readonly clean: readonly [number, number];
}

/** How a speed-up came out, for the verdict and for `calibrate`. */
export interface SpeedUpFigures {
  readonly ratio: Interval;
  /** The naive loop against itself in the clean guest. */
  readonly self: Interval;
  /** The naive loop's time in the learner's guest over that in the clean one. */
  readonly slowdown: number;
  readonly naiveMs: number;
  readonly rounds: number;
}

export async function measureTimed(
  limit: Limit,
  index: number,
  task: Task,
  job: Job,
  context: Context,
): Promise<MeasureReport> {
  const row = rowOf(limit);
  try {
    if (limit.kind === "speed-up")
      return {
        ...row,
        ...judgeSpeedUp(limit, await measureSpeedUp(limit, index, task, job, context)),
      };
    if (limit.kind === "growth")
      return {
        ...row,
        ...judgeGrowth(limit, await measureGrowth(limit, index, task, job, context)),
      };
    throw new Error(`internal: ${limit.kind} is not timed`);
  } catch (error) {
    return { ...row, value: null, ...verdictOf(error) };
  }
}

/** The verdict of a speed-up's figures. */
export function judgeSpeedUp(
  limit: SpeedUp,
  { ratio, self, slowdown }: SpeedUpFigures,
): Pick<MeasureReport, "value" | "verdict" | "interval" | "baseline" | "reference" | "message"> {
  const figures = {
    value: ratio.median,
    interval: [ratio.low, ratio.high] as const,
    baseline: 1,
    reference: limit.reference,
  };
  const distance = Math.log(limit.limit);
  const noise = Math.log(self.high / self.low);
  if (ratio.low > limit.reference * SUSPICIOUS)
    return {
      ...figures,
      verdict: "over-limit",
      message: `suspiciously fast: over ${SUSPICIOUS} times the reference answer; somebody has to look at it`,
    };
  if (ratio.high < limit.limit) {
    // Wholly on the wrong side; but a clock that cannot tell the naive loop from itself proves nothing.
    return noise > Math.abs(distance)
      ? { ...figures, verdict: "inconclusive", message: "the machine is too busy to tell" }
      : { ...figures, verdict: "over-limit" };
  }
  if (ratio.low >= limit.limit)
    return noise > Math.abs(distance)
      ? { ...figures, verdict: "inconclusive", message: "the machine is too busy to tell" }
      : { ...figures, verdict: "passed" };
  const scatter = Math.log(ratio.high / ratio.low);
  if (noise > Math.abs(distance) / 2)
    return { ...figures, verdict: "inconclusive", message: "the machine is too busy to tell" };
  if (slowdown > SLOWER)
    return {
      ...figures,
      verdict: "over-limit",
      message: `the naive loop ran ${slowdown.toFixed(1)} times slower beside this answer than alone, so its own time alone counts`,
    };
  // The machine is quiet: times that scatter are the answer's own; steady times across the limit are no failure.
  return scatter > Math.max(3 * noise, 0.5)
    ? {
        ...figures,
        verdict: "over-limit",
        message: "its times scatter while the naive loop's do not",
      }
    : { ...figures, verdict: "passed" };
}

/** Takes rounds until the interval is clear of the limit and the machine is known to be quiet, or time is up. */
export async function measureSpeedUp(
  limit: SpeedUp,
  index: number,
  task: Task,
  job: Job,
  context: Context,
): Promise<SpeedUpFigures> {
  const naiveFile = task.file.replace(/\.ts$/, ".naive.ts");
  const naiveText = stripTypeScriptTypes(
    readFileSync(join(job.exercisesFolder, naiveFile), "utf8"),
  ); // our own file
  const imports = { ...task.load.imports, [naiveFile]: {} };
  const guest = {
    isolation: job.isolation,
    guestFolder: job.bundles.guestFolder,
    meter: "none",
    hook: job.hook,
    fastCheck: task.fastCheck,
  } as const;
  const learner = new Session(guest, context.marshal);
  const clean = new Session(guest, context.marshal);
  try {
    await learner.load({
      ...task.load,
      files: { ...task.load.files, [naiveFile]: naiveText },
      imports,
      naive: naiveFile,
    });
    await clean.load({
      entry: naiveFile,
      files: { [naiveFile]: naiveText },
      imports: { [naiveFile]: {} },
      harness: null,
      naive: naiveFile,
    });
    return await sample({ limit, index, task, job, context, learner, clean });
  } finally {
    learner.close();
    clean.close();
  }
}

interface Sampling {
  readonly limit: SpeedUp;
  readonly index: number;
  readonly task: Task;
  readonly job: Job;
  readonly context: Context;
  readonly learner: Session;
  readonly clean: Session;
}

async function sample(sampling: Sampling): Promise<SpeedUpFigures> {
  const { limit, learner, clean } = sampling;
  const started = performance.now();
  const calls = await chooseCalls(sampling);
  const rounds: Round[] = [];
  while (rounds.length < MAX_ROUNDS) {
    const seedOf = (part: string): string => `${rounds.length}/${part}`;
    const isForward = rounds.length % 2 === 0;
    const cleanBefore = await time(sampling, clean, "n", calls.naive, seedOf("clean"));
    const order = isForward ? (["n", "x", "x", "n"] as const) : (["x", "n", "n", "x"] as const);
    let naive = 0;
    let answer = 0;
    for (const [k, which] of order.entries()) {
      const spent = await time(
        sampling,
        learner,
        which,
        which === "n" ? calls.naive : calls.answer,
        seedOf(String(k)),
      );
      if (which === "n") naive += spent / 2;
      else answer += spent / 2;
    }
    const cleanAfter = await time(sampling, clean, "n", calls.naive, seedOf("clean again"));
    rounds.push({ naive, answer, clean: [cleanBefore, cleanAfter] });
    if (rounds.length < MIN_ROUNDS) continue;
    const figures = figuresOf(rounds);
    const isClear = figures.ratio.low >= limit.limit || figures.ratio.high < limit.limit;
    const isQuiet =
      Math.log(figures.self.high / figures.self.low) <= Math.abs(Math.log(limit.limit)) / 2;
    if ((isClear && isQuiet) || performance.now() - started > BUDGET_MS) return figures;
  }
  return figuresOf(rounds);
}

function figuresOf(rounds: readonly Round[]): SpeedUpFigures {
  const slowdown = medianOf(rounds.map(({ naive, clean }) => naive / ((clean[0] + clean[1]) / 2)));
  // Beside an answer that slows the naive loop down, the loop's time in the clean guest is what counts.
  const ratios = rounds.map(
    ({ naive, answer, clean }) => (slowdown > SLOWER ? (clean[0] + clean[1]) / 2 : naive) / answer,
  );
  return {
    ratio: intervalOf(ratios),
    self: intervalOf(rounds.map(({ clean }) => clean[0] / clean[1])),
    slowdown,
    naiveMs: medianOf(rounds.map(({ naive }) => naive)),
    rounds: rounds.length,
  };
}

/** How many calls make a span, for each of the two; warms both up on the way. */
async function chooseCalls(sampling: Sampling): Promise<{ naive: number; answer: number }> {
  const { limit, index, task, job, context, learner, clean } = sampling;
  const inputs = limit.input(
    makeDraw(job.seed, `${task.exerciseId}/${index}/size`, limit.n ?? 1000),
  );
  const bytes = inputs.reduce<number>((sum, input) => sum + bytesOf(input, context), 0);
  const most = Math.max(1, Math.min(MAX_CALLS, Math.floor(MAX_INPUT_BYTES / Math.max(1, bytes))));
  // By the quickest span so far: one that the compiler or a collection made long would leave spans of nothing but overhead.
  const choose = async (session: Session, which: "x" | "n"): Promise<number> => {
    let calls = 1;
    let quickest = Infinity;
    let spent = 0;
    for (let k = 0; k < MIN_WARM_UPS || (spent < WARM_UP_MS && k < MAX_WARM_UPS); k++) {
      const perCall = await time(sampling, session, which, calls, `warm ${which} ${k}`);
      spent += perCall * calls;
      quickest = Math.min(quickest, perCall);
      calls = Math.max(1, Math.min(most, Math.ceil(SPAN_MS / Math.max(quickest, 1e-3))));
    }
    return calls;
  };
  await choose(clean, "n");
  const naive = await choose(learner, "n");
  return { naive, answer: await choose(learner, "x") };
}

function bytesOf(input: unknown, { marshal }: Context): number {
  if (input instanceof marshal.NDArray) return marshal.ownerOf(input).nbytes;
  return ArrayBuffer.isView(input)
    ? input.byteLength
    : Array.isArray(input)
      ? input.length * 16
      : 64;
}

/** Milliseconds a call, over `calls` calls on fresh inputs; one of the results, chosen afterwards, must be right. */
async function time(
  { limit, index, task, job, context }: Sampling,
  session: Session,
  which: "x" | "n",
  calls: number,
  part: string,
): Promise<number> {
  const inputsOf = (k: number): readonly unknown[] =>
    limit.input(makeDraw(job.seed, `${task.exerciseId}/${index}/${part}/${k}`, limit.n ?? 1000));
  const inputs = Array.from({ length: calls }, (_, k) => inputsOf(k));
  await session.prepare(which, which === "n" ? limit.naive : limit.call, inputs);
  const elapsed = await session.go();
  if (which === "x") {
    const results = await session.fetch();
    const chosen = Math.floor(Math.random() * calls);
    checkResult(limit, results[chosen], () => inputsOf(chosen), context);
  }
  return elapsed / calls;
}

async function measureGrowth(
  limit: Growth,
  index: number,
  task: Task,
  job: Job,
  context: Context,
): Promise<Interval> {
  const session = new Session(
    {
      isolation: job.isolation,
      guestFolder: job.bundles.guestFolder,
      meter: "none",
      hook: job.hook,
      fastCheck: task.fastCheck,
    },
    context.marshal,
  );
  const started = performance.now();
  try {
    await session.load(task.load);
    const slopes: number[] = [];
    for (
      let round = -1;
      slopes.length < MIN_ROUNDS ||
      (slopes.length < MAX_ROUNDS && performance.now() - started < BUDGET_MS / 2);
      round++
    ) {
      const times: number[] = [];
      for (const n of limit.sizes) {
        const inputs = (): readonly unknown[] =>
          limit.input(makeDraw(job.seed, `${task.exerciseId}/${index}/${round}/${n}`, n));
        await session.prepare("x", limit.call, [inputs()]);
        times.push(await session.go());
        const [result] = await session.fetch();
        checkResult(limit, result, inputs, context);
      }
      if (round >= 0) slopes.push(slopeOf(limit.sizes, times)); // the first round warms up
    }
    return intervalOf(slopes);
  } finally {
    session.close();
  }
}

function judgeGrowth(
  limit: Growth,
  slope: Interval,
): Pick<MeasureReport, "value" | "verdict" | "interval" | "message"> {
  const figures = { value: slope.median, interval: [slope.low, slope.high] as const };
  if (slope.low > limit.limit) return { ...figures, verdict: "over-limit" };
  if (slope.high - slope.low > 1)
    return { ...figures, verdict: "inconclusive", message: "the machine is too busy to tell" };
  return { ...figures, verdict: "passed" };
}
