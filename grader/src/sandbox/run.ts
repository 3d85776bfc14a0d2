/**
 * Runs a guest: starts it, speaks with it, watches time, memory and output, and kills its whole tree.
 *
 * Knows processes and frames; nothing of tests or verdicts. A guest is spoken to by one request at a time.
 */
import { type ChildProcess, spawn } from "node:child_process";
import type { Duplex } from "node:stream";
import { type Isolation, launchOf, guestUser } from "./launch.ts";
import { killTree } from "./kill.ts";
import { LIMITS } from "./limits.ts";
import type { Fault, FaultKind, Reply } from "./outcome.ts";
import { leafOf, usageOf } from "./proc.ts";
import { FrameReader, ProtocolError, type Frame } from "./protocol.ts";

export interface GuestOptions {
  readonly isolation: Isolation;
  readonly folder: string;
  readonly file: string;
  /** Handed to the file as JSON. */
  readonly options: unknown;
}

export interface CallLimits {
  readonly cpuMs: number;
  readonly wallMs: number;
}

export class Guest {
  readonly #child: ChildProcess;
  readonly #line: Duplex;
  readonly #reader = new FrameReader();
  readonly #output: Buffer[] = [];
  #outputBytes = 0;
  #waiting: ((reply: Reply) => void) | null = null;
  #fault: Fault | null = null;
  #poll: NodeJS.Timeout | null = null;
  #leaf = 0;
  #cpuMs = 0;
  readonly #isWrapped: boolean;

  constructor({ isolation, folder, file, options }: GuestOptions) {
    this.#isWrapped = isolation === "sandbox";
    const launch = launchOf(isolation, folder, file, options);
    // Its own group, no environment, nothing inherited: fd 3 is all it shares with us.
    this.#child = spawn(launch.command, launch.args, {
      ...guestUser(),
      env: {},
      cwd: folder,
      detached: process.platform !== "win32",
      stdio: ["ignore", "pipe", "pipe", "pipe"],
      windowsHide: true,
    });
    this.#line = this.#child.stdio[3] as Duplex; // a pipe, as asked above
    this.#line.on("data", (chunk: Buffer) => this.#received(chunk));
    this.#line.on("error", () => {}); // the exit says why
    for (const stream of [this.#child.stdout, this.#child.stderr])
      stream?.on("data", (chunk: Buffer) => this.#printed(chunk));
    this.#child.on("error", (error) =>
      this.#end("grader-fault", `the guest did not start: ${error.message}`),
    );
    this.#child.on("exit", (code, signal) => setImmediate(() => this.#exited(code, signal)));
  }

  get isAlive(): boolean {
    return this.#fault === null;
  }

  get pid(): number {
    return this.#leaf === 0 ? (this.#child.pid ?? 0) : this.#leaf;
  }

  /** Whether `pid` is the guest itself, not a wrapper whose children nobody tells. */
  get isPidExact(): boolean {
    return !this.#isWrapped || (this.#leaf !== 0 && this.#leaf !== this.#child.pid);
  }

  /** Processor time used by finished requests. */
  get cpuMs(): number {
    return this.#cpuMs;
  }

  /** What the learner's code printed so far, capped; raw. */
  get output(): string {
    return Buffer.concat(this.#output).toString("utf8");
  }

  /** Makes it as good as new for another answer of the same author; false where it is not worth it. */
  renew(): boolean {
    if (!this.isAlive || this.#waiting !== null) return false;
    const usage = usageOf(this.pid);
    if (usage !== null && usage.residentBytes > LIMITS.reusedBytes) return false;
    this.#output.length = 0;
    this.#outputBytes = 0;
    this.#cpuMs = 0;
    return true;
  }

  /** The guest's first word. */
  async hello(): Promise<Reply> {
    const reply = await this.#ask(null, { cpuMs: LIMITS.startMs, wallMs: LIMITS.startMs }, true);
    // Under a sandbox the guest is the wrapper's child; from here on it is that process that is watched.
    this.#leaf = leafOf(this.#child.pid ?? 0);
    return reply;
  }

  /** Sends a frame and waits for the answer, or for the fault that came instead. */
  request(frame: Uint8Array, limits: CallLimits): Promise<Reply> {
    return this.#ask(frame, limits, false);
  }

  /** Ends the guest and all it started. */
  kill(): void {
    this.#end("crashed", "ended by the grader");
  }

  #ask(frame: Uint8Array | null, limits: CallLimits, isStart: boolean): Promise<Reply> {
    if (this.#fault !== null) return Promise.resolve({ kind: "fault", fault: this.#fault });
    return new Promise((resolve) => {
      const stop = this.#watch(limits, isStart);
      this.#waiting = (reply) => {
        this.#waiting = null;
        stop();
        resolve(reply);
      };
      if (frame !== null) this.#line.write(frame);
    });
  }

  /** Starts the watch over one request; the function that is returned ends it. */
  #watch({ cpuMs, wallMs }: CallLimits, isStart: boolean): () => void {
    const pid = this.#child.pid ?? 0;
    const started = performance.now();
    let before: number | null = null;
    let progress = { cpuMs: 0, at: started };
    const check = (): void => {
      if (this.#leaf === 0 && !isStart) this.#leaf = leafOf(pid);
      const usage = usageOf(this.#leaf === 0 ? pid : this.#leaf);
      before ??= usage?.cpuMs ?? null;
      const spent = usage === null || before === null ? 0 : usage.cpuMs - before;
      const wall = performance.now() - started;
      if (spent > progress.cpuMs) progress = { cpuMs: spent, at: started + wall };
      const idle = started + wall - progress.at;
      const kind: FaultKind = isStart ? "grader-fault" : "timed-out";
      if (spent > cpuMs) this.#end(kind, `no answer within ${cpuMs / 1000} s of processor time`);
      else if (
        wall >
        (usage === null && !isStart ? Math.min(wallMs, LIMITS.callWallMsWithoutProc) : wallMs)
      )
        this.#end(kind, `no answer within ${Math.round(wall / 1000)} s`);
      else if (usage !== null && !isStart && idle > LIMITS.callIdleMs)
        this.#end(kind, `neither answered nor computed for ${Math.round(idle / 1000)} s`);
      else if (usage !== null && usage.residentBytes > LIMITS.residentBytes) {
        this.#end(
          "out-of-memory",
          `${mebibytes(usage.residentBytes)} MiB of memory (limit ${mebibytes(LIMITS.residentBytes)} MiB)`,
        );
      }
    };
    this.#poll = setInterval(check, LIMITS.pollMs);
    return () => {
      if (this.#poll !== null) clearInterval(this.#poll);
      this.#poll = null;
      if (before === null) return; // over before the first look: too short to matter
      const usage = usageOf(this.#leaf === 0 ? pid : this.#leaf);
      if (usage !== null) this.#cpuMs += usage.cpuMs - before;
    };
  }

  #received(chunk: Buffer): void {
    let frame: Frame | null;
    try {
      frame = this.#reader.push(chunk);
      if (this.#waiting === null) throw new ProtocolError("words that nobody asked for");
    } catch (error) {
      this.#end(
        "crashed",
        `the process that runs the answer sent ${error instanceof ProtocolError ? error.message : "a bad message"}`,
      );
      return;
    }
    if (frame !== null) this.#waiting({ kind: "reply", header: frame.header, body: frame.body });
  }

  #printed(chunk: Buffer): void {
    const kept = LIMITS.outputKeptBytes - Math.min(this.#outputBytes, LIMITS.outputKeptBytes);
    if (kept > 0) this.#output.push(Buffer.from(chunk.subarray(0, kept)));
    this.#outputBytes += chunk.byteLength;
    if (this.#outputBytes > LIMITS.outputBytes)
      this.#end("too-much-output", `printed more than ${LIMITS.outputBytes / 1024} KiB`);
  }

  #exited(code: number | null, signal: NodeJS.Signals | null): void {
    const isHeap =
      (signal === "SIGABRT" || signal === "SIGTRAP" || code === 134 || code === 133) &&
      /heap out of memory|Allocation failed|OOM/.test(this.output);
    if (isHeap) this.#end("out-of-memory", `more than ${LIMITS.heapMiB} MiB of JavaScript values`);
    else
      this.#end(
        "crashed",
        signal === null
          ? `the process that ran the answer ended by itself (exit code ${code ?? "unknown"})`
          : `the process that ran the answer was ended by ${signal}`,
      );
  }

  #end(kind: FaultKind, message: string): void {
    if (this.#fault !== null) return;
    this.#fault = { kind, message };
    killTree(this.#child);
    this.#line.destroy();
    this.#waiting?.({ kind: "fault", fault: this.#fault });
  }
}

function mebibytes(bytes: number): number {
  return Math.round(bytes / (1024 * 1024));
}
