/**
 * Reading learners' files without running them: the judge's side of guest/inspect.ts.
 *
 * Knows jobs and reports. All files go to one locked process; where one of them breaks it, each gets its own. What
 * comes back is text that only guests run, so nothing here has to be believed.
 */
import type { CodeRules } from "./code-rules.ts";
import { type Isolation } from "./launch.ts";
import { LIMITS } from "./limits.ts";
import { encodeFrame } from "./protocol.ts";
import { Guest } from "./run.ts";

export interface InspectFile {
  /** Below exercises/: `03-memory/07-safe-as-strided.ts`. */
  readonly path: string;
  readonly text: string;
  readonly rules: CodeRules | null;
}

export interface InspectJob {
  readonly files: readonly InspectFile[];
  /** What guarded and instrumented text calls its hooks. */
  readonly hook: string;
}

export interface Problem {
  readonly kind: "syntax-error" | "forbidden" | "timed-out";
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

export interface InspectReport {
  readonly path: string;
  /** The text without types, every line where it was; with the hooks that its rules ask for. */
  readonly stripped: string;
  /** The same with the meter's hooks. */
  readonly instrumented: string;
  readonly imports: readonly {
    readonly specifier: string;
    readonly line: number;
    readonly column: number;
  }[];
  readonly problems: readonly Problem[];
}

/** Files for one process: what comes back must fit in a message. */
const BATCH = 60;

/** A report for each file, in order. */
export async function inspect(
  job: InspectJob,
  folder: string,
  isolation: Isolation,
): Promise<InspectReport[]> {
  const reports: InspectReport[] = [];
  for (let at = 0; at < job.files.length; at += BATCH) {
    reports.push(
      ...(await inspectBatch(
        { ...job, files: job.files.slice(at, at + BATCH) },
        folder,
        isolation,
      )),
    );
  }
  return reports;
}

async function inspectBatch(
  job: InspectJob,
  folder: string,
  isolation: Isolation,
): Promise<InspectReport[]> {
  const together = await inspectIn(job, folder, isolation, LIMITS.inspectBatchMs);
  if (together !== null) return together;
  const reports: InspectReport[] = [];
  for (const file of job.files) {
    const [own] =
      (await inspectIn({ ...job, files: [file] }, folder, isolation, LIMITS.inspectMs)) ?? [];
    reports.push(own ?? unreadable(file.path));
  }
  return reports;
}

/** Processes that wait for the next files; each reads one batch and ends. */
const spares: Guest[] = [];
/** One for an answer, one for what it builds on. */
const MOST_SPARES = 2;

function inspector(folder: string, isolation: Isolation): Guest {
  return new Guest({ isolation, folder, file: "inspect.cjs", options: {} });
}

/** Processes for the next files are up before these come. For a command whose user waits; `coolInspectors` ends them. */
export function warmInspectors(folder: string, isolation: Isolation): void {
  while (spares.length < MOST_SPARES) spares.push(inspector(folder, isolation));
}

export function coolInspectors(): void {
  for (const spare of spares.splice(0)) spare.kill();
}

async function inspectIn(
  job: InspectJob,
  folder: string,
  isolation: Isolation,
  limitMs: number,
): Promise<InspectReport[] | null> {
  const spare = spares.shift();
  const guest = spare?.isAlive === true ? spare : inspector(folder, isolation);
  const reply = await guest.request(encodeFrame(job, []), { cpuMs: limitMs, wallMs: limitMs * 3 });
  guest.kill();
  if (
    reply.kind === "fault" ||
    !Array.isArray(reply.header) ||
    reply.header.length !== job.files.length
  )
    return null;
  const reports = (reply.header as unknown[]).map((given, k) =>
    reportOf(given, job.files[k]?.path ?? ""),
  );
  return reports.some((report) => report === null) ? null : (reports as InspectReport[]); // none is null
}

function unreadable(path: string): InspectReport {
  return {
    path,
    stripped: "",
    instrumented: "",
    imports: [],
    problems: [
      {
        kind: "syntax-error",
        line: 1,
        column: 1,
        message: "the file cannot be read by a parser: nested too deep, or not text",
      },
    ],
  };
}

function reportOf(given: unknown, path: string): InspectReport | null {
  if (typeof given !== "object" || given === null) return null;
  const { stripped, instrumented, imports, problems } = given as Readonly<Record<string, unknown>>; // any object may have these
  if (
    typeof stripped !== "string" ||
    typeof instrumented !== "string" ||
    !Array.isArray(imports) ||
    !Array.isArray(problems)
  )
    return null;
  return {
    path,
    stripped,
    instrumented,
    imports: (imports as unknown[]).map((one) => ({
      specifier: textOf(one, "specifier"),
      ...placeOf(one),
    })),
    problems: (problems as unknown[]).map((one) => ({
      kind: textOf(one, "kind") === "syntax-error" ? "syntax-error" : "forbidden",
      ...placeOf(one),
      message: textOf(one, "message"),
    })),
  };
}

function textOf(given: unknown, key: string): string {
  const value: unknown =
    typeof given === "object" && given !== null ? Reflect.get(given, key) : null;
  return typeof value === "string" ? value.slice(0, LIMITS.messageChars) : "";
}

function placeOf(given: unknown): { line: number; column: number } {
  const number = (key: string): number => {
    const value: unknown =
      typeof given === "object" && given !== null ? Reflect.get(given, key) : null;
    return typeof value === "number" && Number.isSafeInteger(value) && value > 0 ? value : 1;
  };
  return { line: number("line"), column: number("column") };
}
