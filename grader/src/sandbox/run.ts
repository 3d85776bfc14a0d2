/**
 * Runs a guest: starts it, speaks with it, watches time, memory and output, and kills its whole tree.
 *
 * Knows processes and frames; nothing of tests or verdicts. A guest is spoken to by one request at a time.
 */
import { type ChildProcess, spawn } from "node:child_process";
import type { Duplex } from "node:stream";
import { CPU_MS, type Lent, TURN } from "./exchange.ts";
import { type Isolation, launchOf, guestUser } from "./launch.ts";
import { killTree } from "./kill.ts";
import { LIMITS } from "./limits.ts";
import type { Fault, FaultKind, Reply } from "./outcome.ts";
import { leafOf, usageOf } from "./proc.ts";
import { FrameReader, ProtocolError, type Frame } from "./protocol.ts";
import { type CallLimits, Watch } from "./watch.ts";

export interface GuestOptions {
  readonly isolation: Isolation;
  readonly folder: string;
  readonly file: string;
  /** Handed to the file as JSON. */
  readonly options: unknown;
}

/** What Node keeps of a pipe that it made: not documented, and the same for ten years. */
interface PipeHandle {
  readonly fd: number;
  readStop(): void;
  setBlocking(isBlocking: boolean): number;
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
  #lent: Lent | null = null;
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
    if (this.#lent !== null) Atomics.store(this.#lent.clock, CPU_MS, 0);
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

  /**
   * Lends its line to a thread that blocks for each answer; null where the platform's lines cannot be lent. From then
   * on `request` is for nobody, and each of the thread's requests has `limits`. `recall` ends the watch, not the loan.
   */
  lend(limits: CallLimits): Lent | null {
    const handle = (this.#line as unknown as { _handle?: PipeHandle })._handle; // a socket's
    if (this.#lent === null) {
      if (process.platform === "win32" || handle === undefined) return null;
      handle.readStop();
      if (handle.setBlocking(true) !== 0) return null;
      (this.#child.stdio as unknown[])[3] = null; // when the guest ends, Node would read what is left, and close it
      this.#lent = { fd: handle.fd, clock: new Int32Array(new SharedArrayBuffer(8)) };
    }
    const { clock } = this.#lent;
    let seen = 0;
    let watch: Watch | null = null;
    this.#poll ??= setInterval(() => {
      const turn = Atomics.load(clock, TURN);
      if (turn !== seen) {
        this.#cpuMs += watch?.spentMs ?? 0;
        Atomics.store(clock, CPU_MS, this.#cpuMs);
        watch = turn % 2 === 0 ? null : new Watch(limits, false);
        seen = turn;
      }
      if (watch !== null) this.#look(watch);
    }, LIMITS.pollMs);
    return this.#lent;
  }

  /** Nobody asks it anything until it is lent again. */
  recall(): void {
    if (this.#poll !== null) clearInterval(this.#poll);
    this.#poll = null;
  }

  /** Why it is gone; waits until it is. */
  lost(): Promise<Fault> {
    if (this.#fault !== null) return Promise.resolve(this.#fault);
    return new Promise((resolve) => {
      this.#waiting = (reply) => {
        if (reply.kind === "fault") resolve(reply.fault);
      };
    });
  }

  /** Ends the guest and all it started. Nobody may hold its line any more. */
  kill(): void {
    this.#end("crashed", "ended by the grader");
    this.#line.destroy();
  }

  #ask(frame: Uint8Array | null, limits: CallLimits, isStart: boolean): Promise<Reply> {
    if (this.#fault !== null) return Promise.resolve({ kind: "fault", fault: this.#fault });
    return new Promise((resolve) => {
      const watch = new Watch(limits, isStart);
      this.#poll = setInterval(() => this.#look(watch), LIMITS.pollMs);
      this.#waiting = (reply) => {
        this.#waiting = null;
        this.recall();
        this.#cpuMs += watch.spentMs;
        resolve(reply);
      };
      if (frame !== null) this.#line.write(frame);
    });
  }

  #look(watch: Watch): void {
    // A wrapper has become what it wraps by the time that anything is asked.
    if (this.#leaf === 0 && !watch.isStart) this.#leaf = leafOf(this.#child.pid ?? 0);
    const fault = watch.look(usageOf(this.pid));
    if (fault !== null) this.#end(fault.kind, fault.message);
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
    this.recall();
    // A lent line stays open until its borrower knows: another guest's could get its number.
    if (this.#lent === null) this.#line.destroy();
    this.#waiting?.({ kind: "fault", fault: this.#fault });
  }
}
