/**
 * A worker that takes a job and never finishes it, for the test that kills it: node dying-worker.ts URL|- FOLDER before|commit VERSION
 *
 * `before` hangs while it grades; `commit` hangs inside the transaction, with the job completed and nothing committed.
 */
import { openDatabase } from "../../src/class/database.ts";
import { GradeQueue } from "../../src/class/queue.ts";

const [url, folder, where, version] = process.argv.slice(2) as [string, string, string, string]; // the test gives all four
const db = await openDatabase(url === "-" ? undefined : url, folder);
const queue = await GradeQueue.open(db, { version, isolation: "process" });
const hang = (): Promise<never> => new Promise(() => setInterval(() => {}, 1000));
const [taken] = await queue.take();
if (taken === undefined) throw new Error("no job waited");
if (where === "before") {
  console.log("hanging");
  await hang();
}
await db.transaction(async (session) => {
  await queue.complete(taken, session);
  console.log("hanging");
  await hang();
});
