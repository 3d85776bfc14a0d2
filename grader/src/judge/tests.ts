/**
 * Runs the exercises' test files under vitest, many in one instance, and collects what each test said.
 *
 * Knows vitest's programmatic side. Believes test files and vitest; a learner's values come through proxy.ts.
 */
import {
  copyFileSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { availableParallelism } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Reporter, TestCase, TestModule, Vitest } from "vitest/node";
import { HIDDEN_FAULT, type HiddenTest } from "./hidden.ts";
import { inPlainWords } from "./plain-words.ts";
import { type Placed, stubPlugin } from "./plugin.ts";
import type { Picture } from "./picture.ts";
import type { PropertyFailure } from "./setup.ts";
import type { Fault } from "../sandbox/outcome.ts";
import { stripVTControlCharacters } from "node:util";
import type { Job, Task, TestReport } from "./task.ts";
import { type Ahead, type WarmPool, warmPool } from "./warm-thread.ts";

const HERE = dirname(fileURLToPath(import.meta.url));

const EXEC_ARGV = ["--disable-sigusr1"];

/** What the tests of one task said. */
export interface Tested {
  readonly task: Task;
  readonly tests: readonly TestReport[];
  readonly output: string;
  readonly durationMs: number;
  readonly graderFault: string | null;
}

export class TestRunner {
  #vitest: Vitest | null = null;
  #pool: WarmPool | null = null;
  readonly #placed = new Map<string, Placed>();
  #any: Placed | undefined;
  #waiting = new Map<string, { files: number; parts: Tested[] }>();
  #onTested: (tested: Tested) => void = () => {};
  #onStarted: (key: string) => void = () => {};

  /** Makes the next run's thread ready. */
  async warm(ahead: Ahead): Promise<void> {
    this.#pool ??= warmPool(ahead);
    this.#vitest ??= await this.#start(realpathSync(ahead.bundles.guestFolder), 0);
    const distPath = dirname(fileURLToPath(import.meta.resolve("vitest")));
    this.#pool.prepare({ distPath, env: process.env, execArgv: [...EXEC_ARGV] });
  }

  /** Runs every task's tests; `onTested` is told as each task ends, in whatever order. */
  async run(
    job: Job,
    tasks: readonly Task[],
    onTested: (tested: Tested) => void,
    onStarted: (key: string) => void = () => {},
  ): Promise<void> {
    this.#onStarted = onStarted;
    this.#placed.clear();
    this.#waiting = new Map();
    this.#onTested = onTested;
    mkdirSync(job.workFolder, { recursive: true });
    const folder = realpathSync(job.workFolder);
    const files = tasks.flatMap((task, k) => this.#place(job, task, join(folder, String(k))));
    this.#vitest ??= await this.#start(folder, job.seed);
    const project = this.#vitest.getRootProject();
    project.provide("deepDiveSeed", job.seed);
    await this.#vitest.runTestSpecifications(
      files.map((file) => project.createSpecification(file)),
      true,
    );
    rmSync(folder, { recursive: true, force: true });
    for (const task of tasks)
      if (this.#waiting.has(task.key))
        this.#onTested({
          task,
          tests: [],
          output: "",
          durationMs: 0,
          graderFault: "its tests did not run",
        });
  }

  async close(): Promise<void> {
    await this.#vitest?.close();
  }

  #place(job: Job, task: Task, folder: string): string[] {
    const test = task.file.replace(/\.ts$/, ".test.ts");
    const original = join(job.exercisesFolder, test);
    const copies: { from: string; to: string; hidden: HiddenTest | null }[] = [
      { from: original, to: join(folder, test), hidden: null },
      ...task.hiddenTests.map((hidden, k) => ({
        from: hidden.path,
        to: join(folder, test.replace(/\.test\.ts$/, `.hidden-${k}.test.ts`)),
        hidden,
      })),
    ];
    mkdirSync(dirname(join(folder, test)), { recursive: true });
    for (const { from, to, hidden } of copies) {
      if (hidden === null || hidden.seed === null) copyFileSync(from, to);
      else writeFileSync(to, `${seeding(hidden.seed)}${readFileSync(from, "utf8")}`);
      this.#any = { task, job, originalFolder: dirname(original), hidden };
      this.#placed.set(to, this.#any);
    }
    this.#waiting.set(task.key, { files: copies.length, parts: [] });
    return copies.map(({ to }) => to);
  }

  async #start(root: string, seed: number): Promise<Vitest> {
    const { createVitest } = await import("vitest/node");
    const reporter: Reporter = {
      onTestModuleStart: (module) =>
        this.#onStarted(this.#placed.get(module.moduleId)?.task.key ?? ""),
      onTestModuleEnd: (module) => this.#ended(module),
    };
    const external = [
      /\/bundles-[0-9a-f]+\/judge\//,
      /\/grader\/src\/(judge|sandbox)\/(?!setup)/,
      /fast-check/,
    ];
    return await createVitest(
      "test",
      {
        root,
        config: false,
        watch: false,
        pool: this.#pool ?? "threads",
        isolate: false,
        maxWorkers: this.#pool === null ? Math.min(2, availableParallelism()) : 1,
        fileParallelism: true,
        setupFiles: [join(HERE, "setup.ts")],
        include: ["**/*.test.ts"],
        exclude: [],
        reporters: [reporter],
        testTimeout: 0,
        hookTimeout: 0,
        provide: { deepDiveSeed: seed },
        server: { deps: { external } },
        cache: false,
        api: false,
        clearScreen: false,
        passWithNoTests: true,
        execArgv: [...EXEC_ARGV],
      },
      {
        logLevel: "silent",
        plugins: [stubPlugin((path) => (path === "" ? this.#any : this.#placed.get(path)))],
        server: { watch: null },
      },
      { stdout: process.stderr, stderr: process.stderr },
    );
  }

  #ended(module: TestModule): void {
    const placed = this.#placed.get(module.moduleId);
    const entry = placed === undefined ? undefined : this.#waiting.get(placed.task.key);
    if (placed === undefined || entry === undefined) return;
    const cases = [...module.children.allTests()];
    const { hidden } = placed;
    const tests = cases.map((test) => reportOf(test, hidden));
    const moduleError = module.errors()[0]?.message;
    const fault = moduleError ?? (cases.length === 0 ? "the test file holds no tests" : null);
    const graderFault = fault === null || hidden === null ? fault : `${HIDDEN_FAULT}: ${fault}`;
    const outputs = cases.map(
      (test) => (test.meta() as { deepDiveOutput?: unknown }).deepDiveOutput,
    ); // set in setup.ts
    entry.parts.push({
      task: placed.task,
      tests,
      // What is printed during a hidden test could hold its inputs.
      output:
        hidden === null ? (outputs.filter((text) => typeof text === "string").at(-1) ?? "") : "",
      durationMs: module.diagnostic().duration,
      graderFault,
    });
    if (entry.parts.length < entry.files) return;
    this.#waiting.delete(placed.task.key);
    this.#onTested({
      task: placed.task,
      tests: entry.parts.flatMap((part) => part.tests),
      output: entry.parts.map((part) => part.output).find((output) => output !== "") ?? "",
      durationMs: entry.parts.reduce((sum, part) => sum + part.durationMs, 0),
      graderFault: entry.parts.find((part) => part.graderFault !== null)?.graderFault ?? null,
    });
  }
}

/** Sets fast-check's seed for one file, on its first line, so that all other lines stay where they are. */
function seeding(seed: number): string {
  return `import deepDiveCheck from "fast-check"; deepDiveCheck.configureGlobal({ ...deepDiveCheck.readConfigureGlobal(), seed: ${seed} }); `;
}

function reportOf(test: TestCase, hidden: HiddenTest | null): TestReport {
  const result = test.result();
  const base = {
    name: `${test.fullName}${hidden?.label ?? ""}`,
    isPassed: result.state === "passed" || result.state === "skipped",
    isHidden: hidden !== null,
    durationMs: test.diagnostic()?.duration ?? 0,
  };
  const fault = (test.meta() as { deepDiveFault?: Fault | null }).deepDiveFault ?? null; // set in setup.ts
  const error = result.errors?.[0] as
    | { message?: string; expected?: unknown; actual?: unknown; deepDive?: PropertyFailure }
    | undefined; // vitest's, with setup.ts's field
  if (fault !== null) {
    return {
      ...base,
      isPassed: false,
      message: fault.message,
      fault,
      ...(error?.deepDive === undefined
        ? {}
        : { counterexample: error.deepDive.counterexample, seed: error.deepDive.seed }),
    };
  }
  if (base.isPassed || error === undefined) return base;
  const picture = (test.meta() as { deepDivePicture?: Picture | null }).deepDivePicture ?? null; // set in setup.ts
  return {
    ...base,
    ...(picture === null ? {} : { picture }),
    ...(error.deepDive === undefined
      ? {}
      : { counterexample: error.deepDive.counterexample, seed: error.deepDive.seed }),
    ...inPlainWords({
      message: stripVTControlCharacters(error.message ?? "failed"),
      ...(typeof error.expected === "string" && typeof error.actual === "string"
        ? { expected: error.expected, actual: error.actual }
        : {}),
    }),
  };
}
