import { spawn } from "node:child_process";
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { killChildren, treeKiller } from "./kill.ts";
import { childrenOf, exactCpuMs, leafOf, peakBytesOf, usageOf } from "./proc.ts";

test("where there is no /proc every figure is null, and a process is its own leaf", async () => {
  const none = join(tmpdir(), "no-such-folder");
  expect(usageOf(1, none)).toBeNull();
  expect(peakBytesOf(1, none)).toBeNull();
  expect(leafOf(1, none)).toBe(1);
  expect(childrenOf(1, none)).toEqual([]);
  expect(await exactCpuMs(1, none)).toBeNull();
});

test("a process's name may hold blanks and brackets", () => {
  const proc = mkdtempSync(join(tmpdir(), "deep-dive-proc-"));
  mkdirSync(join(proc, "7"));
  writeFileSync(join(proc, "7", "stat"), "7 (a) b) S 1 1 1 0 -1 0 0 0 0 0 12 3 0 0 20 0");
  writeFileSync(join(proc, "7", "statm"), "100 25 3 1 0 9 0");
  expect(usageOf(7, proc)).toEqual({ cpuMs: 150, residentBytes: 25 * 4096 });
  rmSync(proc, { recursive: true });
});

test("a tree is killed by its group, and on Windows by taskkill", () => {
  expect(treeKiller(42, "linux")).toEqual({ signal: -42 });
  expect(treeKiller(42, "darwin")).toEqual({ signal: -42 });
  expect(treeKiller(42, "win32")).toEqual({
    command: "taskkill",
    args: ["/pid", "42", "/T", "/F"],
  });
});

test.skipIf(process.platform !== "linux")(
  "whoever ends takes what it started along, in groups of their own too",
  async () => {
    const child = spawn(process.execPath, ["-e", "for (;;) {}"], { detached: true });
    const ended = new Promise((resolve) => child.on("exit", (_, signal) => resolve(signal)));
    await new Promise((resolve) => child.on("spawn", resolve));
    killChildren();
    expect(await ended).toBe("SIGKILL");
  },
);
