/**
 * The judge's process: takes jobs, runs tests and measures, tells what it finds.
 *
 * Knows the order of things: tests of all tasks side by side, counted measures as each task passes, and timed ones last,
 * alone. Speaks with the command over Node's own channel; guests never see that.
 */
import { pathToFileURL } from "node:url";
import type { Exercise, Topic } from "../course/topic.ts";
import { killChildren } from "../sandbox/kill.ts";
import { useBundledLibrary } from "../sandbox/bundled-library.ts";
import { contextOf } from "./context.ts";
import { isTimed, measureCounted, rowOf } from "./counted.ts";
import { Meters } from "./meters.ts";
import type { Job, JudgeEvent, MeasureReport, Task } from "./task.ts";
import { TestRunner, type Tested } from "./tests.ts";
import { measureTimed } from "./timed.ts";
import type { Ahead } from "./warm-thread.ts";

const runner = new TestRunner();
let busy: Promise<void> = Promise.resolve();

process.on("message", (message: Job | { readonly warm: Ahead } | "stop") => {
  if (message === "stop") {
    void busy.then(async () => {
      await runner.close();
      process.exit(0);
    });
    return;
  }
  if ("warm" in message) {
    // Where it fails, runs are slower and nothing else.
    busy = busy.then(() => runner.warm(message.warm)).catch(() => {});
    return;
  }
  busy = busy.then(() => work(message));
});
process.on("disconnect", () => process.exit(0)); // the command is gone
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
  process.on(signal, () => process.exit(0));
// Guests lead groups of their own: an answer in an endless loop would outlive us, and hold the thread that waits for it.
process.on("exit", () => killChildren());
tell({ type: "ready" });

function tell(event: JudgeEvent): void {
  process.send?.(event);
}

async function work(job: Job): Promise<void> {
  try {
    useBundledLibrary(job.bundles);
    const counting: Promise<void>[] = [];
    const later: (() => Promise<void>)[] = [];
    const onTested = (tested: Tested): void => {
      tell({ type: "tested", job: job.id, key: tested.task.key });
      const isPassed = tested.graderFault === null && tested.tests.every((test) => test.isPassed);
      counting.push(counted(job, tested, isPassed, later));
    };
    await runner.run(job, job.tasks, onTested, (key) =>
      tell({ type: "started", job: job.id, key }),
    );
    await Promise.all(counting);
    for (const { meters } of turns) meters.leave(false);
    // A clock is read from here on, so nothing else runs.
    for (const measure of later) await measure();
    tell({ type: "done", job: job.id });
  } catch (error) {
    tell({
      type: "fault",
      job: job.id,
      message: error instanceof Error ? error.message : String(error),
    });
  }
}

async function counted(
  job: Job,
  tested: Tested,
  isPassed: boolean,
  later: (() => Promise<void>)[],
): Promise<void> {
  const { task } = tested;
  const exercise = await exerciseOf(job, task);
  const limits = exercise?.limits ?? [];
  const rows: MeasureReport[] = limits.map((limit) => ({
    ...rowOf(limit),
    value: null,
    verdict: "not-measured",
  }));
  const report = (): void => {
    tell({
      type: "report",
      job: job.id,
      report: {
        key: task.key,
        tests: tested.tests,
        measures: rows,
        output: tested.output,
        durationMs: tested.durationMs,
        ...(tested.graderFault === null ? {} : { graderFault: tested.graderFault }),
      },
    });
  };
  const wanted = isPassed && task.measures !== "none";
  const timed = wanted && task.measures === "all" ? limits.filter(isTimed) : [];
  if (wanted && limits.length > 0) {
    const context = await contextOf(job.bundles, job.exercisesFolder, task.file);
    await inTurn(async (meters) => {
      for (const [k, limit] of limits.entries())
        if (!isTimed(limit))
          rows[k] = await measureCounted(limit, k, { task, job, context, meters });
      meters.leave(job.reuseGuests);
    });
    if (timed.length > 0) {
      later.push(async () => {
        for (const [k, limit] of limits.entries())
          if (isTimed(limit)) rows[k] = await measureTimed(limit, k, task, job, context);
        report();
      });
      return;
    }
  }
  report();
}

/** Answers measured at the same time: counting does not mind company, and a guest's start is mostly waiting. */
const MEASURED_TOGETHER = 2;
const turns = Array.from({ length: MEASURED_TOGETHER }, () => ({
  meters: new Meters(),
  last: Promise.resolve(),
}));
let nextTurn = 0;

function inTurn(run: (meters: Meters) => Promise<void>): Promise<void> {
  const turn = turns[nextTurn++ % turns.length] as (typeof turns)[number]; // within its length
  const mine = turn.last.then(() => run(turn.meters));
  turn.last = mine.catch(() => {});
  return mine;
}

const topics = new Map<string, Topic>();

async function exerciseOf(job: Job, task: Task): Promise<Exercise | undefined> {
  const folder = task.file.split("/")[0] ?? "";
  let topic = topics.get(folder);
  if (topic === undefined) {
    topic = ((await import(pathToFileURL(job.topicFiles[folder] ?? "").href)) as { default: Topic })
      .default; // defineTopic's result
    topics.set(folder, topic);
  }
  return topic.exercises.find(({ id }) => id === task.exerciseId);
}
