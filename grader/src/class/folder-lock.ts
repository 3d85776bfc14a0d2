/**
 * One process at a time in a folder: a lock file that names its holder.
 *
 * A holder that is no longer alive left its lock behind, and loses it.
 */
import { readFileSync, rmSync, writeFileSync } from "node:fs";

/** Takes the lock; the function it gives back releases it. @throws {Error} naming the process that holds it */
export function lockFolder(file: string): () => void {
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      writeFileSync(file, String(process.pid), { flag: "wx" });
      return () => rmSync(file, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error; // what fs throws
    }
    const holder = holderOf(file);
    if (holder !== null && holder !== process.pid && isAlive(holder)) {
      throw new Error(
        `process ${holder} is at work in ${file}; wait for it, or use --database with PostgreSQL for several at once`,
      );
    }
    if (holder === process.pid) throw new Error(`this process already holds ${file}`);
    rmSync(file, { force: true });
  }
  throw new Error(`${file} could not be taken: another process keeps making it`);
}

function holderOf(file: string): number | null {
  try {
    const pid = Number(readFileSync(file, "utf8"));
    return Number.isInteger(pid) && pid > 0 ? pid : null;
  } catch {
    return null;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM"; // alive, and somebody else's
  }
}
