/**
 * What commands that grade share: where the course is, the bundles, the cache, and the options they all take.
 *
 * Knows paths and options; grades nothing.
 */
import { randomInt } from "node:crypto";
import { existsSync, mkdirSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { ParseArgsOptionsConfig } from "node:util";
import { type Course, findCourse } from "../course/find.ts";
import { type Progress, DEFAULT_SEED, readProgress, hintsIn } from "../course/progress-file.ts";
import type { GradeOptions } from "../judge/grade.ts";
import { type Hidden, readHidden } from "../judge/hidden.ts";
import { type Reveal, revealNamed } from "../report/reveal.ts";
import { type Bundles, makeBundles } from "../sandbox/bundle.ts";
import { useBundledLibrary } from "../sandbox/bundled-library.ts";
import { type Isolation, sandboxFault } from "../sandbox/launch.ts";
import { type CommandInput, UsageError, textOption, wholeOption } from "./command.ts";

export const GRADING_OPTIONS: ParseArgsOptionsConfig = {
  seed: { type: "string" },
  isolation: { type: "string" },
  "no-timing": { type: "boolean" },
  force: { type: "boolean" },
  hidden: { type: "string" },
  course: { type: "string" },
};

export interface Setting {
  readonly course: Course;
  readonly bundles: Bundles;
  readonly cacheFolder: string;
}

const PROJECT = resolve(fileURLToPath(new URL("../../..", import.meta.url)));

/** The learner's progress in a course; plain text that may be committed. */
export function progressFile({ root }: Course): string {
  return join(root, "progress.json");
}

/** The course (the project's own, or `--course`), ready to grade. */
export async function openSetting(input: CommandInput): Promise<Setting> {
  const given = textOption(input, "course");
  const root = given === undefined ? PROJECT : resolve(given);
  if (!existsSync(join(root, "exercises"))) throw new UsageError(`${root} holds no exercises/`);
  const cacheFolder = join(PROJECT, ".cache");
  mkdirSync(cacheFolder, { recursive: true });
  const bundles = await makeBundles(cacheFolder);
  useBundledLibrary(bundles);
  return { course: await findCourse(root), bundles, cacheFolder };
}

/** The learner's own seed, where the progress file holds one: what their exercises are graded with unless `--seed` says another. */
export function ownSeed(course: Course): number | undefined {
  try {
    return readProgress(progressFile(course)).seed;
  } catch {
    return undefined; // `learn` and `hint` say what is wrong with that file
  }
}

/** The learner's progress. @throws {UsageError} where the file is there and holds none */
export function learnersProgress(course: Course): Progress {
  try {
    return readProgress(progressFile(course));
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** Hints that the learner took, by exercise; none where the progress file cannot be read. */
export function ownHints(course: Course): Readonly<Record<string, number>> {
  try {
    return hintsIn(readProgress(progressFile(course)));
  } catch {
    return {}; // as above
  }
}

/** The options that every grading takes; `seed` is the one that `--seed` replaces. @throws {UsageError} */
export function gradeOptions(
  input: CommandInput,
  { course, bundles, cacheFolder }: Setting,
  seed: number = DEFAULT_SEED,
): GradeOptions {
  const hidden = textOption(input, "hidden");
  return {
    course,
    bundles,
    cacheFolder,
    isolation: isolationOf(input),
    seed: seedOf(input, seed),
    timing: input.values["no-timing"] !== true,
    force: input.values["force"] === true,
    hidden: hidden === undefined ? null : hiddenOf(hidden, course),
  };
}

/** What `--reveal` allows. @throws {UsageError} */
export function revealOption(input: CommandInput): Reveal {
  try {
    return revealNamed(textOption(input, "reveal"));
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function hiddenOf(given: string, course: Course): Hidden {
  const folder = requireFolder(given, "--hidden");
  try {
    return readHidden(folder, course);
  } catch (error) {
    throw new UsageError(`--hidden: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** @throws {UsageError} when `path` is no folder, or an empty name */
export function requireFolder(path: string, what: string): string {
  if (path === "" || !existsSync(path))
    throw new UsageError(`${what}: there is no folder ${path === "" ? "without a name" : path}`);
  if (!statSync(path).isDirectory()) throw new UsageError(`${what}: ${path} is not a folder`);
  return resolve(path);
}

/** @throws {UsageError} when the folder that `file` would be written to is not there */
export function requireWritable(file: string, what: string): string {
  const folder = dirname(resolve(file));
  if (!existsSync(folder)) throw new UsageError(`${what}: there is no folder ${folder}`);
  if (existsSync(file) && statSync(file).isDirectory())
    throw new UsageError(`${what}: ${file} is a folder`);
  return resolve(file);
}

function seedOf(input: CommandInput, otherwise: number): number {
  if (textOption(input, "seed") === "random") return randomInt(2 ** 31);
  const seed = wholeOption(input, "seed", 0) ?? otherwise;
  if (seed >= 2 ** 31) throw new UsageError(`--seed takes a number below ${2 ** 31}`);
  return seed;
}

function isolationOf(input: CommandInput): Isolation {
  const given = textOption(input, "isolation") ?? "process";
  if (given === "process") return given;
  if (given !== "sandbox")
    throw new UsageError(
      `--isolation is process or sandbox, not ${JSON.stringify(given.slice(0, 40))}`,
    );
  const fault = sandboxFault();
  if (fault !== null) throw new UsageError(fault);
  return given;
}

/** `--database`, the address of a PostgreSQL server. @throws {UsageError} where it is something else */
export function databaseOption(input: CommandInput): string | undefined {
  const url = textOption(input, "database");
  if (url !== undefined && !/^postgres(ql)?:\/\//.test(url))
    throw new UsageError(
      `--database takes an address such as postgres://user@host/name, not ${JSON.stringify(url.slice(0, 40))}`,
    );
  return url;
}
