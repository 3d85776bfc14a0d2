/**
 * Workers killed where it hurts: their job goes to another within a minute, and has one result.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { openDatabase } from "../src/class/database.ts";
import { type GradeJob, GradeQueue, keyOf } from "../src/class/queue.ts";
import { countResults, prepareStore, putSubmission } from "../src/class/store.ts";
import { work } from "../src/class/worker.ts";
import { RECORD } from "../src/report/formats/fixture.ts";
import { ENGINES } from "./class/faults.ts";

const DYING = fileURLToPath(new URL("class/dying-worker.ts", import.meta.url));
const SAME = { targets: [], seed: 1, timing: false, isolation: "process" } as const;

/** Queues one job, lets a worker take it, and kills that worker. */
async function orphan(url: string | undefined, folder: string, where: string): Promise<GradeJob> {
  const hash = `${where}-${process.pid}-${Date.now()}`;
  const terms = { ...SAME, version: hash }; // a queue of its own
  const job = { key: keyOf(hash, terms), hash, terms };
  const db = await openDatabase(url, folder);
  await prepareStore(db);
  const queue = await GradeQueue.open(db, terms);
  await putSubmission(db, hash, new Map([["03-memory/01-a.ts", Buffer.from("x")]]));
  await queue.add([job]);
  await queue.close();
  await db.close();
  const child = spawn(process.execPath, [DYING, url ?? "-", folder, where, hash], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [said] = (await once(child.stdout, "data")) as [Buffer]; // a stream without an encoding
  if (!said.toString().includes("hanging")) throw new Error(`it said ${said.toString()}`);
  child.kill("SIGKILL");
  await once(child, "exit");
  return job;
}

// They wait for most of their time, so they wait together.
describe.concurrent.each(ENGINES)("on %s", (_, url) => {
  test.concurrent.each(["before", "commit"])(
    "a worker killed %s the result is kept loses its job to another within a minute",
    async (where) => {
      const folder = mkdtempSync(join(tmpdir(), "killed-"));
      const job = await orphan(url, folder, where);
      const db = await openDatabase(url, folder);
      const queue = await GradeQueue.open(db, job.terms);
      expect(await countResults(db, [job.key])).toBe(0);
      let runs = 0;
      const deadline = Date.now() + 60_000;
      const isDone = async (): Promise<boolean> =>
        (await countResults(db, [job.key])) === 1 || Date.now() > deadline;
      await work(db, queue, async () => ((runs += 1), [RECORD]), isDone);
      expect([runs, await countResults(db, [job.key])]).toEqual([1, 1]);
      await queue.close();
      await db.close();
      rmSync(folder, { recursive: true, force: true });
    },
  );
});
