/**
 * The queue of gradings: at least once delivered, exactly once counted.
 *
 * Knows pg-boss. A worker that falls silent loses its job within a minute; what it sends in later is refused, because
 * a job is completed by attempt, in the transaction that keeps its result.
 */
import { createHash } from "node:crypto";
import { type JobAttempt, type JobWithMetadata, PgBoss } from "pg-boss";
import type { Database, Session } from "./database.ts";

export const QUEUE = "grade";

/** A silent worker's job goes to another after `heartbeatSeconds` and one look around. */
export const TIMES: Readonly<
  Record<
    "heartbeatSeconds" | "heartbeatRefreshSeconds" | "lookAroundSeconds" | "jobSeconds" | "retries",
    number
  >
> = {
  heartbeatSeconds: 15,
  heartbeatRefreshSeconds: 4,
  lookAroundSeconds: 5,
  jobSeconds: 1800,
  retries: 5,
};

/** What a worker needs to know; everything else is in the database. */
export interface GradeJob {
  readonly key: string;
  readonly hash: string;
  /** What the key was made from: a worker with another grader must not take it. */
  readonly terms: GradeTerms;
}

export interface GradeTerms {
  readonly targets: readonly string[];
  readonly seed: number;
  readonly timing: boolean;
  readonly isolation: "process" | "sandbox";
  /** Hash of the course, the library and the grader. */
  readonly version: string;
}

export interface Taken {
  readonly job: GradeJob;
  readonly attempt: JobAttempt;
}

/** One key per submission, exercise set, grader version and seed. */
export function keyOf(hash: string, terms: GradeTerms): string {
  return createHash("sha256")
    .update(
      JSON.stringify([
        hash,
        terms.targets,
        terms.seed,
        terms.timing,
        terms.isolation,
        terms.version,
      ]),
    )
    .digest("hex");
}

/** Jobs of one key have one id, so that a job cannot be queued twice. */
function jobId(key: string): string {
  return `${key.slice(0, 8)}-${key.slice(8, 12)}-5${key.slice(13, 16)}-a${key.slice(17, 20)}-${key.slice(20, 32)}`;
}

export class GradeQueue {
  readonly #boss: PgBoss;

  private constructor(boss: PgBoss) {
    this.#boss = boss;
  }

  static async open(db: Database): Promise<GradeQueue> {
    const boss = new PgBoss({
      db,
      backend: db.kind,
      schema: "deep_dive_queue",
      superviseIntervalSeconds: TIMES.lookAroundSeconds,
      monitorIntervalSeconds: TIMES.lookAroundSeconds,
      reindex: false,
      monitorVacuum: false,
    });
    boss.on("error", () => {}); // a query that failed is thrown where it was asked; background ones are tried again
    await boss.start();
    await boss.createQueue(QUEUE, {
      heartbeatSeconds: TIMES.heartbeatSeconds,
      expireInSeconds: TIMES.jobSeconds,
      retryLimit: TIMES.retries,
      deleteAfterSeconds: 0,
    });
    return new GradeQueue(boss);
  }

  /** Queues what is not queued yet; a job that failed for good is given another chance. */
  async add(jobs: readonly GradeJob[]): Promise<void> {
    for (let k = 0; k < jobs.length; k += 200) {
      const part = jobs.slice(k, k + 200);
      await this.#boss.insert(
        QUEUE,
        part.map((job) => ({ id: jobId(job.key), data: { ...job } })),
      );
    }
  }

  /** Removes every trace of `keys`' jobs, so that they can be queued again. */
  async forget(keys: readonly string[]): Promise<void> {
    if (keys.length > 0) await this.#boss.deleteJob(QUEUE, keys.map(jobId));
  }

  /** The next job, or null where none waits. */
  async take(): Promise<Taken | null> {
    const [job] = (await this.#boss.fetch<GradeJob>(QUEUE, {
      includeMetadata: true,
    })) as JobWithMetadata<GradeJob>[]; // as asked
    return job === undefined
      ? null
      : { job: job.data, attempt: { id: job.id, retryCount: job.retryCount } };
  }

  /** Says that the job is still worked at. */
  async touch({ attempt }: Taken): Promise<void> {
    await this.#boss.touch(QUEUE, attempt);
  }

  /** Completes the job in `session`'s transaction; false where it has gone to another worker meanwhile. */
  async complete({ attempt }: Taken, session: Session): Promise<boolean> {
    const answer = (await this.#boss.complete(QUEUE, attempt, null, { db: session })) as {
      readonly affected?: number;
    }; // its type leaves the count out
    return answer.affected === 1;
  }

  /** Gives the job back, to be tried again. */
  async fail({ attempt }: Taken, message: string): Promise<void> {
    await this.#boss.fail(QUEUE, attempt, { message });
  }

  /** How many wait or are worked at, and which have failed for good. */
  async state(
    keys: readonly string[],
  ): Promise<{ readonly open: number; readonly failed: ReadonlyMap<string, string> }> {
    const failed = new Map<string, string>();
    let open = 0;
    for (const key of keys) {
      const [job] = await this.#boss.findJobs<GradeJob>(QUEUE, { id: jobId(key) });
      if (job === undefined) continue;
      if (job.state === "failed") failed.set(key, messageOf(job.output));
      else if (job.state !== "completed" && job.state !== "cancelled") open += 1;
    }
    return { open, failed };
  }

  async close(): Promise<void> {
    await this.#boss.stop({ graceful: false });
  }
}

function messageOf(output: unknown): string {
  return typeof output === "object" && output !== null && "message" in output
    ? String(output.message)
    : "it was tried too often";
}
