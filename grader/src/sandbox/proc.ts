/**
 * What the system says of a process: processor time and resident memory.
 *
 * Knows Linux's /proc; elsewhere every answer is null, and limits fall back to the wall clock.
 */
import { readFileSync, readdirSync } from "node:fs";

const PROC = "/proc";

/** The kernel counts in hundredths of a second on every Linux that Node runs on. */
const TICK_MS = 10;

export interface Usage {
  readonly cpuMs: number;
  readonly residentBytes: number;
}

/** Processor time and resident memory of `pid` now, or null where nobody says. `proc` is another place for tests. */
export function usageOf(pid: number, proc: string = PROC): Usage | null {
  try {
    const stat = readFileSync(`${proc}/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" "); // the name in brackets may hold blanks
    const status = readFileSync(`${proc}/${pid}/statm`, "utf8").split(" ");
    return {
      cpuMs: (Number(fields[11]) + Number(fields[12])) * TICK_MS,
      residentBytes: Number(status[1]) * 4096,
    };
  } catch {
    return null;
  }
}

/** Peak resident memory of `pid`, or null. */
export function peakBytesOf(pid: number, proc: string = PROC): number | null {
  try {
    const match = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`${proc}/${pid}/status`, "utf8"));
    return match?.[1] === undefined ? null : Number(match[1]) * 1024;
  } catch {
    return null;
  }
}

/** The innermost child of `pid`: under a sandbox, Node is the wrapper's grandchild. */
export function leafOf(pid: number, proc: string = PROC): number {
  let leaf = pid;
  for (let depth = 0; depth < 8; depth++) {
    const [child] = childrenOfThread(leaf, leaf, proc);
    if (child === undefined) return leaf;
    leaf = child;
  }
  return leaf;
}

/** What all threads of `pid` started and is not over; empty where nobody says. */
export function childrenOf(pid: number, proc: string = PROC): number[] {
  try {
    return readdirSync(`${proc}/${pid}/task`).flatMap((thread) =>
      childrenOfThread(pid, Number(thread), proc),
    );
  } catch {
    return [];
  }
}

function childrenOfThread(pid: number, thread: number, proc: string): number[] {
  try {
    const text = readFileSync(`${proc}/${pid}/task/${thread}/children`, "utf8");
    return text.split(" ").filter(Boolean).map(Number);
  } catch {
    return []; // it is over
  }
}

/**
 * Processor time of `pid`'s main thread in milliseconds, exact to microseconds, or null where nobody says.
 *
 * An answer can start no threads. The engine's own collect garbage behind it: on an idle machine between two spans, on a
 * busy one whenever they get their turn, which says nothing of the answer. A thread that runs is charged only now and
 * then, so this waits until the main thread sleeps: the guest does, once it has answered.
 */
export async function exactCpuMs(pid: number, proc: string = PROC): Promise<number | null> {
  try {
    for (let look = 0; look < 200; look++) {
      const stat = readFileSync(`${proc}/${pid}/stat`, "utf8");
      if (stat.slice(stat.lastIndexOf(")") + 2, stat.lastIndexOf(")") + 3) === "S") break;
      await new Promise((resolve) => setImmediate(resolve));
    }
    const schedstat = readFileSync(`${proc}/${pid}/task/${pid}/schedstat`, "utf8");
    const nanoseconds = Number(schedstat.split(" ")[0]);
    return Number.isFinite(nanoseconds) && nanoseconds > 0 ? nanoseconds / 1e6 : null;
  } catch {
    return null;
  }
}
