/**
 * Killing a process and everything it started, by what the platform has for that.
 *
 * Knows platforms; the process leads its own group where there are groups.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { childrenOf } from "./proc.ts";

type Killer =
  | { readonly signal: number }
  | { readonly command: string; readonly args: readonly string[] };

/** Whom to signal (a negative number is a group), or what to run. */
export function treeKiller(pid: number, platform: NodeJS.Platform): Killer {
  return platform === "win32"
    ? { command: "taskkill", args: ["/pid", String(pid), "/T", "/F"] }
    : { signal: -pid };
}

/** Kills `child`'s whole tree at once. */
export function killTree(child: ChildProcess): void {
  if (child.pid === undefined) return;
  const killer = treeKiller(child.pid, process.platform);
  if ("command" in killer) {
    spawn(killer.command, killer.args, { stdio: "ignore", windowsHide: true }).on("error", () =>
      child.kill("SIGKILL"),
    );
    return;
  }
  try {
    process.kill(killer.signal, "SIGKILL");
  } catch {
    child.kill("SIGKILL"); // the group is gone already
  }
}

/** Kills all that this process started, group by group; for its last moment. Where there is no /proc it knows of none. */
export function killChildren(): void {
  for (const pid of childrenOf(process.pid)) {
    for (const target of [-pid, pid]) {
      try {
        process.kill(target, "SIGKILL");
      } catch {
        // it leads no group, or is gone
      }
    }
  }
}
