import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { RECORD } from "../report/formats/fixture.ts";
import { type Database, openDatabase } from "./database.ts";
import { lockFolder } from "./folder-lock.ts";
import { type GradeJob, GradeQueue, keyOf } from "./queue.ts";
import {
  countResults,
  dropResults,
  getResults,
  getSubmission,
  prepareStore,
  putSubmission,
} from "./store.ts";
import { work } from "./worker.ts";

const TERMS = { targets: [], seed: 1, timing: false, isolation: "process", version: "v" } as const;
/** A server to test against as well, where the machine has one. */
const SERVER = process.env["DEEP_DIVE_TEST_DATABASE"];
const never = (): Promise<boolean> => Promise.resolve(true);

describe.each([
  ["pglite", undefined],
  ...(SERVER === undefined ? [] : [["postgres", SERVER] as const]),
] as const)("on %s", (_, url) => {
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
    queue = await GradeQueue.open(db);
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
    await work(db, queue, async () => ((runs += 1), RECORD), never);
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
    const grade = async (): Promise<typeof RECORD> => {
      runs += 1;
      if (runs === 1) throw new Error("the disk was full\nand more");
      return RECORD;
    };
    await work(
      db,
      queue,
      grade,
      async () => (await countResults(db, [j.key])) === 1,
      { failed: (_, message) => failures.push(message) },
      50,
    );
    expect([runs, failures]).toEqual([2, ["the disk was full"]]);
  });

  test("a stale worker's result is refused, and leaves nothing behind", async () => {
    const j = job("stale");
    await submit(j);
    const taken = (await queue.take())!;
    await queue.fail(taken, "taken away");
    const fenced: string[] = [];
    const isKept = await db.transaction(async (session) => queue.complete(taken, session));
    expect(isKept).toBe(false);
    await work(db, queue, async () => RECORD, never, { fenced: (f) => fenced.push(f.key) });
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

  test("regrading forgets the result and the job, and grades again", async () => {
    const j = job("regrade");
    await submit(j);
    await work(db, queue, async () => RECORD, never);
    await dropResults(db, [j.key]);
    await queue.forget([j.key]);
    await submit(j);
    await work(db, queue, async () => ({ ...RECORD, seed: 43 }), never);
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

describe("the folder's lock", () => {
  const folder = mkdtempSync(join(tmpdir(), "lock-"));
  const file = join(folder, "lock");
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  test("keeps a second holder out until it is released", () => {
    const release = lockFolder(file);
    expect(() => lockFolder(file)).toThrow(/already holds/);
    release();
    lockFolder(file)();
  });

  test("of a living process is respected, of a dead one taken over", () => {
    writeFileSync(file, String(process.ppid));
    expect(() => lockFolder(file)).toThrow(new RegExp(`process ${process.ppid} is at work`));
    writeFileSync(file, "999999999");
    lockFolder(file)();
  });
});

test("a database that is away is told in one line, without its password", async () => {
  await expect(openDatabase("postgres://ada:secret@127.0.0.1:1/x", "")).rejects.toThrow(
    /^the database at postgres:\/\/ada:\*\*\*@127\.0\.0\.1:1\/x is away: .*ECONNREFUSED/,
  );
});
