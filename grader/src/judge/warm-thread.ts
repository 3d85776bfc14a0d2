/**
 * A vitest pool whose next thread is up, loaded and joined by a guest before it is needed.
 *
 * For watch mode, where a learner waits for every run. Each run still gets a thread of its own: nothing of the last
 * one is left in it.
 */
import { Worker } from "node:worker_threads";
import { join } from "node:path";
import type { PoolOptions, PoolRunnerInitializer, PoolWorker } from "vitest/node";
import type { Bundles } from "../sandbox/bundle.ts";
import type { Isolation } from "../sandbox/launch.ts";

/** What a thread loads ahead. */
export interface Ahead {
  readonly bundles: Bundles;
  readonly isolation: Isolation;
}

export type WarmPool = PoolRunnerInitializer & {
  /** Starts the thread of the run that comes next, if it is not up. */
  readonly prepare: (options: Pick<PoolOptions, "distPath" | "env" | "execArgv">) => void;
};

export function warmPool(ahead: Ahead): WarmPool {
  let spare: Worker | null = null;
  const start = ({
    distPath,
    env,
    execArgv,
  }: Pick<PoolOptions, "distPath" | "env" | "execArgv">): Worker =>
    new Worker(join(distPath, "workers", "threads.js"), {
      env: env as NodeJS.ProcessEnv,
      execArgv: [...execArgv, "--import", new URL("./load-ahead.ts", import.meta.url).href],
      workerData: ahead,
      stdout: true,
      stderr: true,
    });
  const prepare: WarmPool["prepare"] = (options) => {
    spare ??= start(options);
  };
  return {
    name: "warm-threads",
    prepare,
    createPoolWorker(options) {
      return workerOf(() => {
        const thread = spare ?? start(options);
        spare = null;
        return thread;
      });
    },
  };
}

/** One thread as vitest speaks with it. */
function workerOf(take: () => Worker): PoolWorker {
  let thread: Worker | null = null;
  const own = (): Worker => {
    if (thread === null) throw new Error("internal: the thread was not started");
    return thread;
  };
  return {
    name: "warm-threads",
    start: async () => {
      thread ??= take();
      thread.stdout.resume(); // a test file of ours prints nothing; a learner's prints come from the guest
      thread.stderr.resume();
    },
    stop: async () => {
      await own().terminate();
      thread = null;
    },
    on: (event, callback) => void own().on(event, callback),
    off: (event, callback) => void own().off(event, callback),
    send: (message) => own().postMessage(message),
    deserialize: (data) => data,
  };
}
