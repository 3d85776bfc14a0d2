/**
 * The queue of gradings: at least once delivered, exactly once counted.
 *
 * Knows pg-boss. A worker that falls silent loses its job within a minute; what it sends in later is refused, because
 * a job is completed by attempt, in the transaction that keeps its result. Jobs for different versions of course and
 * grader lie in different queues, so that no worker can take what it would grade differently.
 */
import { createHash } from "node:crypto";
import { createRequire } from "node:module";
import { type JobAttempt, type JobWithMetadata, PgBoss } from "pg-boss";
import type { Database, Session } from "./database.ts";

const SCHEMA = "deep_dive_queue";
/** Jobs in one statement. */
const PART = 200;

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
  readonly terms: GradeTerms;
}

/** What a submission's points depend on, beside the submission. */
export interface GradeTerms {
  /** Files of the exercises: `03-memory/07-safe-as-strided.ts`. */
  readonly targets: readonly string[];
  readonly seed: number;
  readonly timing: boolean;
  readonly isolation: "process" | "sandbox";
  /** Hash of the course, the library, the grader and a teacher's hidden tests. */
  readonly version: string;
}

export interface Taken {
  readonly job: GradeJob;
  readonly attempt: JobAttempt;
}

/** One key per submission, exercise set, grader version and seed. */
export function keyOf(hash: string, terms: GradeTerms): string {
  const { targets, seed, timing, isolation, version } = terms;
  return createHash("sha256")
    .update(JSON.stringify([hash, targets, seed, timing, isolation, version]))
    .digest("hex");
}

/** Jobs of one key have one id, so that a job cannot be queued twice. */
function jobId(key: string): string {
  return `${key.slice(0, 8)}-${key.slice(8, 12)}-5${key.slice(13, 16)}-a${key.slice(17, 20)}-${key.slice(20, 32)}`;
}

export class GradeQueue {
  readonly #boss: PgBoss;
  readonly #db: Database;
  readonly #name: string;

  private constructor(boss: PgBoss, db: Database, name: string) {
    this.#boss = boss;
    this.#db = db;
    this.#name = name;
  }

  /** The queue for workers of `version` that hold code by `isolation`. @throws {Error} where newer code made it */
  static async open(
    db: Database,
    { version, isolation }: Pick<GradeTerms, "version" | "isolation">,
  ): Promise<GradeQueue> {
    const boss = new PgBoss({
      db,
      backend: db.kind,
      schema: SCHEMA,
      superviseIntervalSeconds: TIMES.lookAroundSeconds,
      monitorIntervalSeconds: TIMES.lookAroundSeconds,
      reindex: false,
      monitorVacuum: false,
    });
    boss.on("error", () => {}); // a query that failed is thrown where it was asked; background ones are tried again
    await requireKnownLayout(boss);
    await boss.start();
    const name = `grade-${isolation}-${version.slice(0, 24)}`;
    await boss.createQueue(name, {
      heartbeatSeconds: TIMES.heartbeatSeconds,
      expireInSeconds: TIMES.jobSeconds,
      retryLimit: TIMES.retries,
      deleteAfterSeconds: 0,
    });
    return new GradeQueue(boss, db, name);
  }

  /** Queues what is not queued yet; a job that failed for good is given another chance. */
  async add(jobs: readonly GradeJob[]): Promise<void> {
    for (let k = 0; k < jobs.length; k += PART) {
      const part = jobs.slice(k, k + PART);
      await this.#boss.insert(
        this.#name,
        part.map((job) => ({ id: jobId(job.key), data: { ...job } })),
      );
      await this.#boss.retry(
        this.#name,
        part.map((job) => jobId(job.key)),
      );
    }
  }

  /** Removes every trace of `keys`' jobs, so that they can be queued again. */
  async forget(keys: readonly string[]): Promise<void> {
    if (keys.length > 0) await this.#boss.deleteJob(this.#name, keys.map(jobId));
  }

  /**
   * The next jobs: as many as `mostOf` allows for submissions of so many exercises, or fewer where few wait and there may
   * be other workers, so that they find some as well; none where none waits.
   */
  async take(mostOf: (exercises: number) => number = () => 1): Promise<Taken[]> {
    const { jobs: waiting, exercises } = await this.#waiting();
    const isAlone = this.#db.kind === "pglite"; // its folder is locked
    const jobs = (await this.#boss.fetch<GradeJob>(this.#name, {
      includeMetadata: true,
      batchSize: Math.min(mostOf(exercises), Math.max(1, isAlone ? waiting : shareOf(waiting))),
    })) as JobWithMetadata<GradeJob>[]; // as asked
    return jobs.map((job) => ({
      job: job.data,
      attempt: { id: job.id, retryCount: job.retryCount },
    }));
  }

  /** Says that jobs are still worked at. */
  async touch(taken: readonly Taken[]): Promise<void> {
    await this.#boss.touch(
      this.#name,
      taken.map(({ attempt }) => attempt),
    );
  }

  /** Completes the job in `session`'s transaction; false where it has gone to another worker meanwhile. */
  async complete({ attempt }: Taken, session: Session): Promise<boolean> {
    const answer = (await this.#boss.complete(this.#name, attempt, null, { db: session })) as {
      readonly affected?: number;
    }; // its type leaves the count out
    return answer.affected === 1;
  }

  /** Gives the job back, to be tried again. */
  async fail({ attempt }: Taken, message: string): Promise<void> {
    await this.#boss.fail(this.#name, attempt, { message });
  }

  /** Which of `keys` have failed for good, and why. */
  async failed(keys: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await this.#db.query(
      `select id, output from ${SCHEMA}.job where name = $1 and state = 'failed' and id = any($2::uuid[])`,
      [this.#name, keys.map(jobId)],
    );
    const keyed = new Map(keys.map((key) => [jobId(key), key]));
    return new Map(rows.map((row) => [keyed.get(String(row["id"]))!, messageOf(row["output"])])); // only these were asked for
  }

  /** Jobs that wait for workers of another version or isolation. */
  async waitingElsewhere(): Promise<number> {
    const [row] = await this.#db.query(
      `select count(*)::int as jobs from ${SCHEMA}.job where state < 'active' and name like 'grade-%' and name <> $1`,
      [this.#name],
    );
    return Number(row!["jobs"]); // count always gives a row
  }

  async close(): Promise<void> {
    await this.#boss.stop({ graceful: false });
  }

  /** How many jobs wait here, and the exercises of the largest. */
  async #waiting(): Promise<{ jobs: number; exercises: number }> {
    const [row] = await this.#db.query(
      `select count(*)::int as jobs, max(jsonb_array_length(data->'terms'->'targets')) as exercises
       from ${SCHEMA}.job where state < 'active' and name = $1`,
      [this.#name],
    );
    return { jobs: Number(row!["jobs"]), exercises: Number(row!["exercises"]) }; // count always gives a row; no job, no exercise
  }
}

/** What one of several workers takes of what waits. Smaller batches cost more to begin than to grade. */
function shareOf(waiting: number): number {
  return Math.max(8, Math.ceil(waiting / 4));
}

/** pg-boss brings an older layout up to date by itself, and works on a newer one as if it knew it. */
async function requireKnownLayout(boss: PgBoss): Promise<void> {
  if (!(await boss.isInstalled())) return;
  const found = await boss.schemaVersion();
  const { pgboss } = createRequire(import.meta.url)("pg-boss/package.json") as {
    pgboss: { schema: number };
  }; // its own manifest
  if (found !== null && found > pgboss.schema)
    throw new Error(
      `the database is newer than this code: its queue has layout ${found}, and this code knows ${pgboss.schema}; update the code, or name another database`,
    );
}

function messageOf(output: unknown): string {
  return typeof output === "object" && output !== null && "message" in output
    ? String(output.message)
    : "it was tried too often";
}
