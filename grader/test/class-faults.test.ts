/**
 * A class's queue while things break: every submission has one result in the end, and only one.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { describe, expect, test } from "vitest";
import { openDatabase } from "../src/class/database.ts";
import { type GradeJob, GradeQueue, TIMES } from "../src/class/queue.ts";
import { STORE_VERSION, countResults, getResults, prepareStore } from "../src/class/store.ts";
import { type GradeWorks, work } from "../src/class/worker.ts";
import { RECORD } from "../src/report/formats/fixture.ts";
import { type Bench, ENGINES, openBench, slowDisk } from "./class/faults.ts";
import { SERVER_TOOLS, startServer } from "./class/own-server.ts";

/** Grades nothing, and takes `ms` for it; counts how often each submission was graded. */
function grading(ms: number): { grade: GradeWorks; runs: Map<string, number> } {
  const runs = new Map<string, number>();
  const grade: GradeWorks = async (works) => {
    for (const { job } of works) runs.set(job.key, (runs.get(job.key) ?? 0) + 1);
    await new Promise((resolve) => setTimeout(resolve, ms));
    return works.map(() => RECORD);
  };
  return { grade, runs };
}

/** `count` workers at once, until all `jobs` have a result; gives how many results each job has. */
async function workAll(
  { db, queue }: Bench,
  jobs: readonly GradeJob[],
  grade: GradeWorks,
  count: number,
): Promise<number[]> {
  const keys = jobs.map((j) => j.key);
  const kept = new Map<string, number>();
  const events = {
    graded: ({ key }: GradeJob): void => void kept.set(key, (kept.get(key) ?? 0) + 1),
  };
  const isDone = async (): Promise<boolean> => (await countResults(db, keys)) >= keys.length;
  await Promise.all(
    Array.from({ length: count }, () =>
      work(db, queue, grade, isDone, { events, mostOf: () => 5 }),
    ),
  );
  expect(await getResults(db, keys)).toHaveLength(keys.length);
  return keys.map((key) => kept.get(key) ?? 0);
}

describe.each(ENGINES)("on %s", (_, url) => {
  test("a queue full of work is emptied by several workers, each job once", async () => {
    const bench = await openBench(url);
    const jobs = await bench.submit(400);
    const { grade, runs } = grading(0);
    expect(new Set(await workAll(bench, jobs, grade, 3))).toEqual(new Set([1]));
    expect(new Set(runs.values())).toEqual(new Set([1]));
    await bench.close();
  });

  test("a disk so slow that a job is given up while its result is written leaves one result", async () => {
    const bench = await openBench(url);
    const jobs = await bench.submit(1);
    const { grade } = grading(0);
    const mend = await slowDisk(bench.db, TIMES.heartbeatSeconds + 2);
    const kept = await workAll(bench, jobs, grade, 2);
    await mend();
    expect(kept).toEqual([1]);
    await bench.close();
  });

  test("a database that other code made is refused, with both versions", async () => {
    const bench = await openBench(url);
    const { db } = bench;
    for (const [version, sentence] of [
      [STORE_VERSION + 1, /newer than this code: it holds version 3, and this code knows 2/],
      [STORE_VERSION - 1, /older than this code: it holds version 1, and this code knows 2/],
    ] as const) {
      await db.query(`update deep_dive.store set version = ${version}`);
      await expect(prepareStore(db)).rejects.toThrow(sentence);
    }
    await db.query(`update deep_dive.store set version = ${STORE_VERSION}`);
    await prepareStore(db);
    await db.query("update deep_dive_queue.version set version = version + 1000");
    await expect(GradeQueue.open(db, bench.terms)).rejects.toThrow(/queue has layout 10\d\d, and/);
    await db.query("update deep_dive_queue.version set version = version - 1000");
    await bench.close();
  });
});

test("an embedded database of another PostgreSQL, or none at all, is one line", async () => {
  const folder = mkdtempSync(join(tmpdir(), "faults-"));
  mkdirSync(join(folder, "data"));
  writeFileSync(join(folder, "data", "PG_VERSION"), "12\n");
  await expect(openDatabase(undefined, folder)).rejects.toThrow(
    /^the database in .* cannot be opened: [^\n]+$/,
  );
  rmSync(folder, { recursive: true });
});

describe.skipIf(SERVER_TOOLS === null)("a server of its own (needs Debian's postgresql)", () => {
  test("that is killed and started again loses no job, and doubles none", async () => {
    const server = await startServer(20);
    const said: string[] = [];
    const bench = await openBench(server.url, { seconds: 60, onAway: (why) => said.push(why) });
    const jobs = await bench.submit(60);
    const { grade } = grading(20);
    const all = workAll(bench, jobs, grade, 2);
    while (
      (await countResults(
        bench.db,
        jobs.map((j) => j.key),
      )) < 10
    )
      await new Promise((resolve) => setTimeout(resolve, 20));
    server.kill();
    await new Promise((resolve) => setTimeout(resolve, 1500));
    server.start();
    const kept = await all;
    // A commit whose answer got lost is counted by nobody, and is there all the same.
    expect(kept.every((n) => n <= 1)).toBe(true);
    expect(said.length).toBeGreaterThan(0);
    await bench.close();
    server.close();
  });

  test("that has no connection left is waited for", async () => {
    const server = await startServer(6);
    const bench = await openBench(server.url, { seconds: 60 });
    const jobs = await bench.submit(3);
    await bench.queue.close();
    const idle: Client[] = [];
    for (let k = 0; k < 6; k++) {
      const client = new Client({ connectionString: server.url });
      client.on("error", () => {}); // it is ended with the server
      const isIn = await client.connect().then(
        () => true,
        () => false,
      );
      if (isIn) idle.push(client);
    }
    setTimeout(() => void Promise.all(idle.map((client) => client.end())), 1000);
    const db = await openDatabase(server.url, "", { seconds: 60 }).catch(async () => {
      await new Promise((resolve) => setTimeout(resolve, 1500));
      return openDatabase(server.url, "", { seconds: 60 });
    });
    const queue = await GradeQueue.open(db, bench.terms);
    const { grade } = grading(0);
    expect(await workAll({ ...bench, db, queue }, jobs, grade, 1)).toEqual([1, 1, 1]);
    await queue.close();
    await db.close();
    await bench.db.close();
    server.close();
  });

  test("that stays away is told in one line", async () => {
    const server = await startServer(20);
    const bench = await openBench(server.url, { seconds: 1 });
    server.kill();
    await expect(bench.queue.take()).rejects.toThrow(/ECONNREFUSED|Connection terminated/);
    await bench.db.close();
    server.start();
    server.close();
  });
});
