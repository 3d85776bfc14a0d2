/**
 * A worker: takes jobs, grades them, and keeps each result and its job's completion in one transaction.
 *
 * Knows the queue and the store; grading itself is a function it is given. Any number may run, on any machine.
 */
import { hostname } from "node:os";
import type { GradeRecord } from "../judge/record.ts";
import type { StubFiles } from "./stub-pile.ts";
import type { Database } from "./database.ts";
import { sentenceOf } from "./patience.ts";
import { type GradeJob, type GradeQueue, TIMES, type Taken } from "./queue.ts";
import { getSubmission, putResult } from "./store.ts";

/** One submission to be graded. */
export interface Work {
  readonly job: GradeJob;
  readonly files: StubFiles;
}

/** Records in the order of `works`: several together cost less than one after the other. */
export type GradeWorks = (works: readonly Work[]) => Promise<readonly GradeRecord[]>;

export interface WorkerEvents {
  /** A result was kept: this worker's. */
  readonly graded?: (job: GradeJob, record: GradeRecord) => void;
  /** Somebody else has the job by now; what was found is thrown away. */
  readonly fenced?: (job: GradeJob) => void;
  readonly failed?: (job: GradeJob, message: string) => void;
}

export interface WorkerOptions {
  readonly events?: WorkerEvents;
  /** Submissions graded together, where each has so many exercises; one, unless told. */
  readonly mostOf?: (exercises: number) => number;
  /** How long to wait before it looks again where nothing waits. */
  readonly idleMs?: number;
  /** Asked before each look into the queue: whether to end after what is at hand. */
  readonly isStopping?: () => boolean;
}

/** Works until `isDone` says so where nothing waits. */
export async function work(
  db: Database,
  queue: GradeQueue,
  grade: GradeWorks,
  isDone: () => Promise<boolean>,
  { events = {}, mostOf = () => 1, idleMs = 300, isStopping = () => false }: WorkerOptions = {},
): Promise<void> {
  while (!isStopping()) {
    const taken = await queue.take(mostOf);
    if (taken.length > 0) await workOn(taken, db, queue, grade, events);
    else if (await isDone()) return;
    else await new Promise((resolve) => setTimeout(resolve, idleMs));
  }
}

async function workOn(
  taken: readonly Taken[],
  db: Database,
  queue: GradeQueue,
  grade: GradeWorks,
  events: WorkerEvents,
): Promise<void> {
  const open = new Set(taken);
  const beat = setInterval(
    () => void queue.touch([...open]).catch(() => {}),
    TIMES.heartbeatRefreshSeconds * 1000,
  ); // a missed beat is followed by another
  try {
    const works: Work[] = [];
    for (const { job } of taken) works.push({ job, files: await getSubmission(db, job.hash) });
    const outcomes = await outcomesOf(works, grade);
    for (const [k, one] of taken.entries()) {
      const outcome = outcomes[k]!; // one for each, in their order
      if (outcome instanceof Error) continue;
      await keep(one, outcome, db, queue, events);
      open.delete(one);
    }
    for (const one of open) await giveBack(one, outcomes[taken.indexOf(one)], queue, events);
  } catch (error) {
    for (const one of open) await giveBack(one, error, queue, events);
  } finally {
    clearInterval(beat);
  }
}

/** What comes of each: where grading them together fails, each is graded alone, so that one costs nothing but itself. */
async function outcomesOf(
  works: readonly Work[],
  grade: GradeWorks,
): Promise<(GradeRecord | Error)[]> {
  try {
    return [...(await grade(works))];
  } catch (error) {
    if (works.length === 1) return [error instanceof Error ? error : new Error(String(error))];
    const outcomes: (GradeRecord | Error)[] = [];
    for (const one of works) outcomes.push(...(await outcomesOf([one], grade)));
    return outcomes;
  }
}

async function giveBack(
  taken: Taken,
  error: unknown,
  queue: GradeQueue,
  events: WorkerEvents,
): Promise<void> {
  const message = sentenceOf(error);
  events.failed?.(taken.job, message);
  await queue.fail(taken, message).catch(() => {}); // a database that is away gives the job back by itself
}

async function keep(
  taken: Taken,
  record: GradeRecord,
  db: Database,
  queue: GradeQueue,
  events: WorkerEvents,
): Promise<void> {
  const { job, attempt } = taken;
  const worker = `${hostname()}:${process.pid}`;
  const isKept = await db.transaction(async (session) => {
    if (!(await queue.complete(taken, session))) return false;
    await putResult(session, job.key, job.hash, record, worker, attempt.retryCount + 1);
    return true;
  });
  if (isKept) events.graded?.(job, record);
  else events.fenced?.(job);
}
