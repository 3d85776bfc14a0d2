/**
 * A worker: takes a job, grades it, and keeps the result and the job's completion in one transaction.
 *
 * Knows the queue and the store; grading itself is a function it is given. Any number may run, on any machine.
 */
import { hostname } from "node:os";
import type { GradeRecord } from "../judge/record.ts";
import type { StubFiles } from "./archive.ts";
import type { Database } from "./database.ts";
import { type GradeJob, type GradeQueue, TIMES, type Taken } from "./queue.ts";
import { getSubmission, putResult } from "./store.ts";

export type GradeFiles = (files: StubFiles, job: GradeJob) => Promise<GradeRecord>;

export interface WorkerEvents {
  /** A result was kept: this worker's. */
  readonly graded?: (job: GradeJob, record: GradeRecord) => void;
  /** Somebody else has the job by now; what was found is thrown away. */
  readonly fenced?: (job: GradeJob) => void;
  readonly failed?: (job: GradeJob, message: string) => void;
}

/** Works until `isDone` says so where nothing waits; asks again every `idleMs`. */
export async function work(
  db: Database,
  queue: GradeQueue,
  grade: GradeFiles,
  isDone: () => Promise<boolean>,
  events: WorkerEvents = {},
  idleMs = 300,
): Promise<void> {
  for (;;) {
    const taken = await queue.take();
    if (taken === null) {
      if (await isDone()) return;
      await new Promise((resolve) => setTimeout(resolve, idleMs));
    } else {
      await workOn(taken, db, queue, grade, events);
    }
  }
}

async function workOn(
  taken: Taken,
  db: Database,
  queue: GradeQueue,
  grade: GradeFiles,
  events: WorkerEvents,
): Promise<void> {
  const { job, attempt } = taken;
  const beat = setInterval(
    () => void queue.touch(taken).catch(() => {}),
    TIMES.heartbeatRefreshSeconds * 1000,
  ); // a missed beat is followed by another
  try {
    const record = await grade(await getSubmission(db, job.hash), job);
    const isKept = await db.transaction(async (session) => {
      if (!(await queue.complete(taken, session))) return false;
      await putResult(
        session,
        job.key,
        job.hash,
        record,
        `${hostname()}:${process.pid}`,
        attempt.retryCount + 1,
      );
      return true;
    });
    if (isKept) events.graded?.(job, record);
    else events.fenced?.(job);
  } catch (error) {
    const message = (error instanceof Error ? error.message : String(error)).split("\n")[0]!;
    events.failed?.(job, message);
    await queue.fail(taken, message).catch(() => {}); // a database that is away gives the job back by itself
  } finally {
    clearInterval(beat);
  }
}
