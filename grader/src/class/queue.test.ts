import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ENGINES } from "../../test/class/faults.ts";
import { RECORD } from "../report/formats/fixture.ts";
import { type Database, openDatabase } from "./database.ts";
import { lockFolder } from "./folder-lock.ts";
import { type GradeJob, GradeQueue, TIMES, type Taken, keyOf } from "./queue.ts";
import {
  countResults,
  dropResults,
  getResults,
  getSubmission,
  prepareStore,
  putSubmission,
  sharedVerdicts,
} from "./store.ts";
import { type GradeWorks, work } from "./worker.ts";

const TERMS = { targets: [], seed: 1, timing: false, isolation: "process", version: "v" } as const;
const never = (): Promise<boolean> => Promise.resolve(true);

describe.each(ENGINES)("on %s", (_, url) => {
  const folder = mkdtempSync(join(tmpdir(), "queue-"));
  let db: Database;
  let queue: GradeQueue;
  const stamp = `${process.pid}-${Date.now()}`;
  const job = (name: string): GradeJob => ({
    key: keyOf(`${name}-${stamp}`, TERMS),
    hash: `${name}-${stamp}`,
    terms: TERMS,
  });

  beforeAll(async () => {
    db = await openDatabase(url, folder);
    await prepareStore(db);
    queue = await GradeQueue.open(db, TERMS);
  }, 60_000);

  afterAll(async () => {
    await queue.close();
    await db.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function submit(...jobs: readonly GradeJob[]): Promise<void> {
    for (const j of jobs)
      await putSubmission(db, j.hash, new Map([["03-memory/01-a.ts", Buffer.from(j.hash)]]));
    await queue.add(jobs);
  }

  test("a job that is queued twice is graded once", async () => {
    const j = job("twice");
    await submit(j);
    await submit(j);
    let runs = 0;
    await work(db, queue, async () => ((runs += 1), [RECORD]), never);
    expect(runs).toBe(1);
    expect(await getResults(db, [j.key])).toEqual([
      { key: j.key, record: JSON.parse(JSON.stringify(RECORD)) },
    ]);
    expect(
      Buffer.from((await getSubmission(db, j.hash)).get("03-memory/01-a.ts")!).toString(),
    ).toBe(j.hash);
  });

  test("a grading that fails is tried again", async () => {
    const j = job("again");
    await submit(j);
    let runs = 0;
    const failures: string[] = [];
    const grade = async (): Promise<(typeof RECORD)[]> => {
      runs += 1;
      if (runs === 1) throw new Error("the disk was full\nand more");
      return [RECORD];
    };
    await work(db, queue, grade, async () => (await countResults(db, [j.key])) === 1, {
      events: { failed: (_, message) => failures.push(message) },
      idleMs: 50,
    });
    expect([runs, failures]).toEqual([2, ["the disk was full"]]);
  });

  test("a stale worker's result is refused, and leaves nothing behind", async () => {
    const j = job("stale");
    await submit(j);
    const [taken] = (await queue.take()) as [Taken]; // it was just queued
    await queue.fail(taken, "taken away");
    const fenced: string[] = [];
    const isKept = await db.transaction(async (session) => queue.complete(taken, session));
    expect(isKept).toBe(false);
    await work(db, queue, async () => [RECORD], never, {
      events: { fenced: (f) => fenced.push(f.key) },
    });
    expect([await countResults(db, [j.key]), fenced]).toEqual([1, []]);
  });

  test("what a transaction wrote before an error is gone", async () => {
    const j = job("rolled-back");
    await expect(
      db.transaction(async (session) => {
        await putSubmission(session, j.hash, new Map());
        throw new Error("stop");
      }),
    ).rejects.toThrow("stop");
    await expect(getSubmission(db, j.hash)).rejects.toThrow(/holds no submission/);
  });

  test("how many are taken together depends on the exercises of the largest, and where others may work some are left to them", async () => {
    const targets = ["03-memory/01-a.ts", "03-memory/02-b.ts"];
    const large = { ...job("large"), terms: { ...TERMS, targets } };
    await submit(large, ...Array.from({ length: 11 }, (_, k) => job(`small-${k}`)));
    const asked: number[] = [];
    const sizes: number[] = [];
    const grade: GradeWorks = async (works) => {
      sizes.push(works.length);
      return works.map(() => RECORD);
    };
    const mostOf = (exercises: number): number => (asked.push(exercises), 20);
    await work(db, queue, grade, never, { mostOf });
    expect([asked[0], sizes[0]]).toEqual([2, url === undefined ? 12 : 8]);
    expect(sizes.reduce((a, b) => a + b)).toBe(12);
  });

  test("a submission that breaks a grading of several costs nothing but itself", async () => {
    const jobs = ["one", "bad", "two"].map(job);
    await submit(...jobs, ...Array.from({ length: 9 }, (_, k) => job(`more-${k}`)));
    const sizes: number[] = [];
    const failures: string[] = [];
    const grade: GradeWorks = async (works) => {
      sizes.push(works.length);
      if (works.some((w) => w.job.hash === jobs[1]!.hash)) throw new Error("it broke");
      return works.map(() => RECORD);
    };
    const isDone = async (): Promise<boolean> => (await queue.failed([jobs[1]!.key])).size === 1;
    await work(db, queue, grade, isDone, {
      mostOf: () => 3,
      events: { failed: ({ key }) => failures.push(key) },
    });
    expect(Math.max(...sizes)).toBe(3);
    expect(new Set(failures)).toEqual(new Set([jobs[1]!.key]));
    expect(failures).toHaveLength(TIMES.retries + 1);
    expect(
      await countResults(
        db,
        jobs.map((j) => j.key),
      ),
    ).toBe(2);
    expect((await queue.failed([jobs[1]!.key])).get(jobs[1]!.key)).toBe("it broke");
    await submit(jobs[1]!); // another chance
    await work(db, queue, async () => [RECORD], never);
    expect(
      await countResults(
        db,
        jobs.map((j) => j.key),
      ),
    ).toBe(3);
  });

  test("a worker that is asked to stop ends after what is at hand", async () => {
    const jobs = ["stop-1", "stop-2"].map(job);
    await submit(...jobs);
    let isStopping = false;
    await work(db, queue, async () => ((isStopping = true), [RECORD]), never, {
      isStopping: () => isStopping,
    });
    expect(
      await countResults(
        db,
        jobs.map((j) => j.key),
      ),
    ).toBe(1);
    await work(db, queue, async () => [RECORD], never);
  });

  test("verdicts are shared, and what says nothing about an answer is not kept", async () => {
    const verdicts = sharedVerdicts(db);
    const [passed, , , , inconclusive] = RECORD.exercises;
    const [a, b] = [`a-${stamp}`, `b-${stamp}`];
    const records = new Map([
      [a, { ...passed!, output: "null: \0" }],
      [b, inconclusive!],
    ]);
    await verdicts.set(records);
    await verdicts.set(records);
    expect(await verdicts.get([a, b])).toEqual(new Map([[a, records.get(a)]]));
  });

  test("jobs of another version are not taken, and are told of", async () => {
    const other = await GradeQueue.open(db, { ...TERMS, version: `other-${stamp}` });
    const j = job("elsewhere");
    await other.add([j]);
    expect(await queue.take()).toEqual([]);
    expect(await queue.waitingElsewhere()).toBe(1);
    await other.forget([j.key]);
    await other.close();
  });

  test("regrading forgets the result and the job, and grades again", async () => {
    const j = job("regrade");
    await submit(j);
    await work(db, queue, async () => [RECORD], never);
    await dropResults(db, [j.key]);
    await queue.forget([j.key]);
    await submit(j);
    await work(db, queue, async () => [{ ...RECORD, seed: 43 }], never);
    expect((await getResults(db, [j.key]))[0]!.record.seed).toBe(43);
  });
});

test("keys differ where anything that decides a verdict differs", () => {
  const keys = [
    TERMS,
    { ...TERMS, seed: 2 },
    { ...TERMS, timing: true },
    { ...TERMS, targets: ["3"] },
    { ...TERMS, version: "w" },
  ].map((t) => keyOf("h", t));
  expect(new Set([...keys, keyOf("i", TERMS)]).size).toBe(6);
});

test("a folder's lock keeps a second holder out until it is released", () => {
  const folder = mkdtempSync(join(tmpdir(), "lock-"));
  const release = lockFolder(folder);
  expect(() => lockFolder(folder)).toThrow(`process ${process.pid} is at work in ${folder}`);
  release();
  lockFolder(folder)();
  rmSync(folder, { recursive: true });
});

test("a database that is away is told in one line, without its password", async () => {
  await expect(openDatabase("postgres://ada:secret@127.0.0.1:1/x", "")).rejects.toThrow(
    /^the database at postgres:\/\/ada:\*\*\*@127\.0\.0\.1:1\/x is away: .*ECONNREFUSED/,
  );
});
