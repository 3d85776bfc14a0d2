/**
 * Speaking with guests synchronously: a call blocks this thread until the answer is there or the guest is gone.
 *
 * Knows a worker thread that owns the guests, their clocks and their ends, and each guest's line, which the worker lends
 * to this side. So tests stay plain synchronous code. Where lines cannot be lent, the worker speaks for this side.
 */
import { MessageChannel, Worker, receiveMessageOnPort } from "node:worker_threads";
import { CPU_MS, type Lent, exchange } from "./exchange.ts";
import { LIMITS } from "./limits.ts";
import { type LineReply, type LineRequest, type LineSettings, NOTHING } from "./line-messages.ts";
import type { Fault } from "./outcome.ts";
import { ProtocolError } from "./protocol.ts";

/** The worker's own time for killing and telling, beyond the guest's limit. */
const GRACE_MS = 10_000;

export class Line {
  readonly #worker: Worker;
  readonly #port;
  readonly #flag = new Int32Array(new SharedArrayBuffer(4));
  /** The lines of open guests, by key. */
  readonly #open = new Map<string, Lent | null>();

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

  /** Sends a frame to the guest of `key`, which is started with `options` where there is none, and blocks for its reply. */
  request(key: string, options: string, frame: Uint8Array): LineReply {
    let lent = this.#open.get(key);
    if (lent === undefined) {
      const opened = this.#ask({ op: "open", key, options });
      if (opened.reply.kind === "fault") return opened;
      lent = opened.lent;
      this.#open.set(key, lent);
    }
    if (lent === null) {
      const answered = this.#ask({ op: "request", key, frame });
      if (answered.reply.kind === "fault") this.#open.delete(key);
      return answered;
    }
    try {
      const reply = exchange(lent, frame);
      if (reply !== null)
        return {
          ...NOTHING,
          reply: { kind: "reply", ...reply },
          cpuMs: Atomics.load(lent.clock, CPU_MS),
        };
    } catch (error) {
      if (!(error instanceof ProtocolError)) throw error;
      const message = `the process that runs the answer sent ${error.message}`;
      return {
        ...this.close(key, false),
        reply: { kind: "fault", fault: { kind: "crashed", message } },
      };
    }
    this.#open.delete(key);
    return this.#ask({ op: "lost", key });
  }

  /** What the learner's code printed so far; raw, and empty where no guest is open. */
  output(key: string): string {
    return this.#open.has(key) ? this.#ask({ op: "look", key }).output : "";
  }

  /** Ends the guest of `key`, or leaves it to the next answer. */
  close(key: string, isReused: boolean): LineReply {
    this.#open.delete(key);
    return this.#ask({ op: "close", key, isReused });
  }

  /** The guest of `key`, which ran nothing but ours so far, waits as the next one. */
  keep(key: string): void {
    this.#open.delete(key);
    this.#ask({ op: "keep", key });
  }

  #ask(request: LineRequest): LineReply {
    Atomics.store(this.#flag, 0, 0);
    this.#port.postMessage(request);
    const until = performance.now() + LIMITS.startMs + LIMITS.callWallMs + GRACE_MS;
    // A wake-up may be the last reply's, come late: only the flag says that this one is there.
    while (Atomics.load(this.#flag, 0) === 0) {
      if (Atomics.wait(this.#flag, 0, 0, until - performance.now()) === "timed-out") break;
    }
    const received = receiveMessageOnPort(this.#port) as { message: LineReply } | undefined; // what the worker posts
    if (received !== undefined) return received.message;
    const fault: Fault = {
      kind: "grader-fault",
      message: "the thread that speaks with the guest does not answer",
    };
    return { ...NOTHING, reply: { kind: "fault", fault } };
  }
}
