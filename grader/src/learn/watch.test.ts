import { EventEmitter } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FSWatcher, watch } from "chokidar";
import { afterEach, expect, test, vi } from "vitest";
import { type StubWatch, watchStubs } from "./watch.ts";

const folder = mkdtempSync(join(tmpdir(), "watch-"));
mkdirSync(join(folder, "03-memory"));
let open: StubWatch | null = null;
afterEach(async () => {
  await open?.close();
  rmSync(folder, { recursive: true, force: true });
});

test("where watching fails, files are looked at again and again, and only stubs count", async () => {
  const tried: unknown[] = [];
  const fails: typeof watch = () => {
    const broken = Object.assign(new EventEmitter(), { close: async () => {} });
    setImmediate(() => broken.emit("error", new Error("ENOSPC: no watches are left")));
    return broken as unknown as FSWatcher; // what watchStubs uses of one
  };
  const { watch: real } = await import("chokidar");
  const saved: string[] = [];
  let isReady = false;
  open = watchStubs(
    folder,
    (file) => saved.push(file),
    () => (isReady = true),
    (paths, options) => {
      tried.push(options?.usePolling);
      return tried.length === 1 ? fails(paths, options) : real(paths, options);
    },
  );
  await vi.waitFor(() => expect(isReady).toBe(true), 20_000);
  expect(tried).toEqual([false, true]);
  for (const name of ["07-x.ts", "07-x.test.ts", "notes.md"])
    writeFileSync(join(folder, "03-memory", name), "text");
  await vi.waitFor(() => expect(saved).toEqual(["03-memory/07-x.ts"]), 20_000);
}, 60_000);
