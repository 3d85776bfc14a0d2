/**
 * NumPy as a peer: one Python process, with one thread, that times statements on request.
 */
import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { Case } from "../cases/case.ts";
import type { Checksum, Subject } from "./subject.ts";

const SCRIPT = fileURLToPath(new URL("numpy_peer.py", import.meta.url));
const ONE_THREAD = { OPENBLAS_NUM_THREADS: "1", OMP_NUM_THREADS: "1", MKL_NUM_THREADS: "1" };

export class NumPy {
  readonly version: string;
  readonly #process: ChildProcessWithoutNullStreams;
  readonly #lines: AsyncIterator<string>;

  private constructor(
    child: ChildProcessWithoutNullStreams,
    lines: AsyncIterator<string>,
    version: string,
  ) {
    this.#process = child;
    this.#lines = lines;
    this.version = version;
  }

  /** Starts Python, or says in one line why there is no NumPy to compare with. */
  static async start(): Promise<NumPy | string> {
    const found = spawnSync("python3", ["-c", "import numpy"], { encoding: "utf8" });
    if (found.error !== undefined) return "NumPy is left out: python3 was not found";
    if (found.status !== 0) return "NumPy is left out: python3 cannot import numpy";
    const child = spawn("python3", [SCRIPT], {
      env: { ...process.env, ...ONE_THREAD },
      stdio: ["pipe", "pipe", "inherit"] as const,
    });
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    const hello = JSON.parse((await lines.next()).value ?? "{}") as { version: string }; // our own script's greeting
    return new NumPy(child as unknown as ChildProcessWithoutNullStreams, lines, hello.version); // stderr is inherited and never read
  }

  subject(c: Case): Subject {
    return {
      name: "NumPy",
      check: () => this.#ask<Checksum>({ do: "prepare", operands: c.operands, statement: c.numpy }),
      run: async (times) => (await this.#ask<{ ns: number }>({ do: "run", times })).ns,
    };
  }

  stop(): void {
    this.#process.stdin.end();
  }

  async #ask<T>(request: object): Promise<T> {
    this.#process.stdin.write(`${JSON.stringify(request)}\n`);
    const { value, done } = await this.#lines.next();
    if (done === true) throw new Error("NumPy's process ended unexpectedly");
    return JSON.parse(value) as T; // our own script answers in the form its header documents
  }
}
