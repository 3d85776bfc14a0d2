/**
 * A peer in a process of its own, that checks and times cases on request.
 *
 * Nobody's garbage is collected on another's time, nobody's full heap slows another. One JSON object a line in, one
 * a line out; `host.ts` and `numpy_peer.py` answer:
 *
 *   {"do": "prepare", "case": …}   ->  {"checksum": 1.5, "size": 10}
 *   {"do": "run", "times": 1000}   ->  {"ns": 412345}
 *
 * and either of them {"error": "…"} where it cannot.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import type { Case } from "../cases/case.ts";
import type { Checksum, Subject } from "./subject.ts";

/** How a peer is started, and what it can run. */
export interface Peer {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  /** Whether every case gets a fresh process: for a library whose heap does not recover. */
  readonly isFresh?: boolean;
  /** What is sent to prepare a case, or null where the peer has no way to run it. */
  readonly request: (c: Case) => object | null;
}

export class PeerProcess {
  readonly peer: Peer;
  /** What the peer said of itself when it started. */
  version = "";
  #process: ChildProcess | null = null;
  #lines: AsyncIterator<string> | null = null;
  #lastWords = "";

  constructor(peer: Peer) {
    this.peer = peer;
  }

  /** Starts the process; throws where it does not greet. */
  async start(): Promise<void> {
    const child = spawn(this.peer.command, this.peer.args, {
      env: { ...process.env, ...this.peer.env },
      stdio: ["pipe", "pipe", "pipe"] as const,
    });
    child.on("error", () => {}); // an unknown command: its streams end, and `#next` says so
    child.stdin.on("error", () => {}); // a peer that died: likewise
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      this.#lastWords = (this.#lastWords + text).slice(-2000);
    });
    this.#process = child;
    this.#lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    this.version = (await this.#next<{ version: string }>()).version;
  }

  /** One case as this peer runs it, or null where it cannot. */
  subject(c: Case): Subject | null {
    const request = this.peer.request(c);
    if (request === null) return null;
    return {
      name: this.peer.name,
      check: async () => {
        if (this.peer.isFresh === true) this.stop();
        if (this.#process === null) await this.start();
        return this.#ask<Checksum>({ do: "prepare", ...request });
      },
      run: async (times) => (await this.#ask<{ ns: number }>({ do: "run", times })).ns,
    };
  }

  stop(): void {
    this.#process?.kill();
    this.#process = null;
  }

  async #ask<T>(request: object): Promise<T> {
    this.#process?.stdin?.write(`${JSON.stringify(request)}\n`);
    return this.#next<T>();
  }

  async #next<T>(): Promise<T> {
    const { value, done } = await this.#lines!.next();
    if (done === true) {
      this.#process = null;
      const words = this.#lastWords.trim().split("\n");
      const last = words.findLast((line) => /\bError\b/.test(line)) ?? words.at(-1) ?? ""; // below it: the stack, Node's version
      throw new Error(`the process of ${this.peer.name} ended${last === "" ? "" : `: ${last}`}`);
    }
    const answer = JSON.parse(value) as T & { error?: string }; // our own scripts answer in the form above
    if (answer.error !== undefined) throw new Error(answer.error);
    return answer;
  }
}
