/**
 * What the fault tests share: a database of either engine, jobs in it, and what a slow disk does to both.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Database, openDatabase } from "../../src/class/database.ts";
import type { Patience } from "../../src/class/patience.ts";
import { type GradeJob, GradeQueue, type GradeTerms, keyOf } from "../../src/class/queue.ts";
import { prepareStore, putSubmission } from "../../src/class/store.ts";

/** A server to test against as well, where the machine has one: `.ci/run` starts it. */
export const SERVER: string | undefined = process.env["DEEP_DIVE_TEST_DATABASE"];

/** Both engines where there is a server. */
export const ENGINES: readonly (readonly [string, string | undefined])[] = [
  ["pglite", undefined],
  ...(SERVER === undefined ? [] : [["postgres", SERVER] as const]),
];

export interface Bench {
  readonly db: Database;
  readonly queue: GradeQueue;
  readonly terms: GradeTerms;
  readonly folder: string;
  /** Queues `count` jobs and gives them. */
  submit(count: number): Promise<GradeJob[]>;
  close(): Promise<void>;
}

let benches = 0;

/** A database with a queue of its own; several tests may use one server. */
export async function openBench(url: string | undefined, patience?: Patience): Promise<Bench> {
  const folder = mkdtempSync(join(tmpdir(), "faults-"));
  const db = await openDatabase(url, folder, patience);
  await prepareStore(db);
  benches += 1;
  const stamp = `${benches}-${process.pid}-${Date.now()}`;
  const terms = {
    targets: [],
    seed: 1,
    timing: false,
    isolation: "process",
    version: stamp,
  } as const;
  const queue = await GradeQueue.open(db, terms);
  let made = 0;
  return {
    db,
    queue,
    terms,
    folder,
    async submit(count) {
      const jobs = Array.from({ length: count }, (): GradeJob => {
        const hash = `${(made += 1)}-${stamp}`;
        return { key: keyOf(hash, terms), hash, terms };
      });
      for (const { hash } of jobs)
        await putSubmission(db, hash, new Map([["03-memory/01-a.ts", Buffer.from(hash)]]));
      await queue.add(jobs);
      return jobs;
    },
    async close() {
      await queue.close();
      await db.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Every result waits `seconds` in the database, as on a disk that is slow to say it has written; mended afterwards. */
export async function slowDisk(db: Database, seconds: number): Promise<() => Promise<void>> {
  await db.query(
    `create function slow_disk() returns trigger language plpgsql as $$ begin perform pg_sleep(${seconds}); return null; end $$`,
  );
  await db.query(
    "create trigger slow after insert on deep_dive.result for each row execute function slow_disk()",
  );
  return async () => void (await db.query("drop function slow_disk cascade"));
}
