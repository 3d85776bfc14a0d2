/**
 * Speaking with guests synchronously: a call blocks this thread until the answer is there or the guest is gone.
 *
 * Knows a worker thread, a flag and a port. The worker owns the guest's socket, its clock and its end; this side waits
 * in `Atomics.wait`, so that tests stay plain synchronous code.
 */
import { MessageChannel, Worker, receiveMessageOnPort } from "node:worker_threads";
import type { Isolation } from "./launch.ts";
import { LIMITS } from "./limits.ts";
import type { Reply } from "./outcome.ts";

export interface LineSettings {
  readonly isolation: Isolation;
  /** The guest's folder. */
  readonly folder: string;
  /** Options of the guest kept warm, as JSON. */
  readonly warm: string;
}

export type LineRequest =
  | {
      readonly op: "request";
      readonly key: string;
      readonly options: string;
      readonly frame: Uint8Array;
      readonly isMoreToCome: boolean;
    }
  | { readonly op: "close"; readonly key: string; readonly isReused: boolean }
  /** The guest of this key, which ran nothing but ours so far, waits as the next one. */
  | { readonly op: "keep"; readonly key: string }
  | { readonly op: "end" };

export interface LineReply {
  readonly reply: Reply;
  /** What the learner's code printed so far; raw. */
  readonly output: string;
  readonly cpuMs: number;
  readonly elapsedMs: number;
}

/** The worker's own time for killing and telling, beyond the guest's limit. */
const GRACE_MS = 10_000;

export class Line {
  readonly #worker: Worker;
  readonly #port;
  readonly #flag = new Int32Array(new SharedArrayBuffer(4));

  constructor(settings: LineSettings) {
    const { port1, port2 } = new MessageChannel();
    this.#port = port1;
    this.#worker = new Worker(new URL("./line-worker.ts", import.meta.url), {
      workerData: { port: port2, flag: this.#flag, settings },
      transferList: [port2],
      execArgv: [], // what this thread was told to load first is no business of the other
    });
    this.#worker.on("error", () => {}); // the next request finds nobody there and says so
    this.#worker.unref();
    port1.unref();
  }

  /** Sends a request and blocks for its reply. */
  ask(request: LineRequest): LineReply {
    Atomics.store(this.#flag, 0, 0);
    this.#port.postMessage(request);
    const until = performance.now() + LIMITS.startMs + LIMITS.callWallMs + GRACE_MS;
    // A wake-up may be the last reply's, come late: only the flag says that this one is there.
    while (Atomics.load(this.#flag, 0) === 0) {
      if (Atomics.wait(this.#flag, 0, 0, until - performance.now()) === "timed-out") break;
    }
    const received = receiveMessageOnPort(this.#port) as { message: LineReply } | undefined; // what the worker posts
    if (received !== undefined) return received.message;
    const fault = {
      kind: "grader-fault",
      message: "the thread that speaks with the guest does not answer",
    } as const;
    return { reply: { kind: "fault", fault }, output: "", cpuMs: 0, elapsedMs: 0 };
  }
}
