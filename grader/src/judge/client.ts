/**
 * The command's side of the judge's process: starts it, gives it jobs, hears what it finds.
 *
 * Knows a child process that is our own. It is killed when it falls silent, and what it had not told is our fault.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Job, JudgeEvent, TaskReport } from "./task.ts";
import type { Ahead } from "./warm-thread.ts";

/** Longer than any one exercise may take: its processor time on a crowded machine, and its timed measures. */
const SILENCE_MS = 600_000;
/** For a judge that is told to end. */
const LAST_MOMENT_MS = 2_000;

/** Where Node keeps our own files stripped and compiled; cli.ts uses the same. */
const COMPILED = fileURLToPath(new URL("../../../.cache/compiled", import.meta.url));

export class Judge {
  readonly #child: ChildProcess;
  #waiting: {
    job: Job;
    onEvent: (event: JudgeEvent) => void;
    finish: (fault: string | null) => void;
  } | null = null;
  #timer: NodeJS.Timeout | null = null;
  #said = "";

  constructor() {
    // The signal would open the judge's inspector to any process of the same user.
    const args = [
      "--disable-sigusr1",
      "--no-warnings",
      fileURLToPath(new URL("./main.ts", import.meta.url)),
    ];
    this.#child = spawn(process.execPath, args, {
      stdio: ["ignore", "ignore", "pipe", "ipc"],
      serialization: "advanced",
      env: { ...process.env, FORCE_COLOR: "0", NODE_COMPILE_CACHE: COMPILED },
    });
    this.#child.on("message", (event) => this.#heard(event as JudgeEvent)); // our own process
    const ended = (what: string): void =>
      this.#finish(
        `the judge's process ${what}${this.#said === "" ? "" : `: ${lastError(this.#said)}`}`,
      );
    this.#child.on("close", () => ended("ended"));
    this.#child.on("error", () => setTimeout(() => ended("does not listen"), 1_000).unref()); // its end says more, if it comes
    this.#child.stderr?.on("data", (chunk: Buffer) => {
      this.#said = (this.#said + chunk.toString("utf8")).slice(-4_000);
    });
  }

  /** Runs a job; `onReport` hears of each task as it ends. What is missing at the end is in the fault's sentence. */
  run(
    job: Job,
    on: {
      started: (key: string) => void;
      tested: (key: string) => void;
      report: (report: TaskReport) => void;
    },
  ): Promise<string | null> {
    return new Promise((resolve) => {
      this.#waiting = {
        job,
        onEvent: (event) => {
          if (event.type === "started") on.started(event.key);
          else if (event.type === "tested") on.tested(event.key);
          else if (event.type === "report") on.report(event.report);
        },
        finish: resolve,
      };
      this.#listen();
      this.#child.send(job);
    });
  }

  /** Makes a test thread and a guest ready for the next run, for a command whose user waits for every run. */
  warm(ahead: Ahead): void {
    this.#child.send({ warm: ahead });
  }

  get isAlive(): boolean {
    return (
      this.#child.exitCode === null && this.#child.signalCode === null && this.#child.connected
    );
  }

  /** Lets the process end by itself. */
  stop(): void {
    if (this.#child.connected) this.#child.send("stop");
    this.#child.unref();
    this.#child.channel?.unref();
    this.#child.stderr?.destroy();
  }

  /** Ends the process and its guests now. */
  kill(): void {
    this.#child.kill("SIGTERM"); // it ends its guests first
    setTimeout(() => this.#child.kill("SIGKILL"), LAST_MOMENT_MS).unref();
  }

  #heard(event: JudgeEvent): void {
    if (this.#waiting === null || event.type === "ready") return;
    this.#listen();
    if (event.type === "done") this.#finish(null);
    else if (event.type === "fault") this.#finish(event.message);
    else this.#waiting.onEvent(event);
  }

  #listen(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.kill();
      this.#finish(`the judge said nothing for ${SILENCE_MS / 1000} s`);
    }, SILENCE_MS);
  }

  #finish(fault: string | null): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    const waiting = this.#waiting;
    this.#waiting = null;
    waiting?.finish(fault);
  }
}

/** The line of an uncaught error's report that names it. */
function lastError(said: string): string {
  const lines = said.trim().split("\n");
  return (lines.find((line) => /^\w*Error\b/.test(line)) ?? lines.at(-1) ?? "").slice(0, 300);
}
