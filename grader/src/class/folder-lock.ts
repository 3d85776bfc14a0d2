/**
 * One process at a time in a folder: a lock that ends with its holder, however that ends.
 *
 * The lock is the operating system's, through an SQLite file; a process that is killed leaves nothing to clean up, and
 * no other process can be taken for it. The holder's number is written beside it, for the message only.
 */
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

/** Takes `folder`; the function it gives back releases it. @throws {Error} naming the process that holds it */
export function lockFolder(folder: string): () => void {
  const lock = new DatabaseSync(join(folder, "lock"), { timeout: 0 });
  const holder = join(folder, "holder");
  try {
    lock.exec("pragma journal_mode = memory; begin exclusive"); // nothing is ever written into it
  } catch (error) {
    lock.close();
    const said = error instanceof Error ? error.message : String(error);
    if (!/locked/.test(said)) throw new Error(`${folder} cannot be locked: ${said}`);
    throw new Error(
      `process ${holderIn(holder)} is at work in ${folder}; wait for it, or use --database with PostgreSQL for several at once`,
    );
  }
  writeFileSync(holder, String(process.pid));
  return () => {
    rmSync(holder, { force: true });
    lock.close();
  };
}

function holderIn(file: string): string {
  try {
    return /^\d+$/.exec(readFileSync(file, "utf8"))?.[0] ?? "another one";
  } catch {
    return "another one";
  }
}
