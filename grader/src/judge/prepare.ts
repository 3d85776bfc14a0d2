/**
 * From a learner's texts to tasks: what is not started, what cannot run, and what each file's imports mean.
 *
 * Knows the course, the inspection and imports. Nothing of a learner's is run here.
 */
import { existsSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { type Collected, readStub } from "../course/collect.ts";
import type { Course, Placement } from "../course/find.ts";
import { isStub } from "../course/stubs.ts";
import { resolveImport } from "../course/imports.ts";
import type { Isolation } from "../sandbox/launch.ts";
import { type InspectReport, inspect } from "../sandbox/inspection.ts";
import { type Hidden, hiddenTests } from "./hidden.ts";
import type { ExerciseRecord } from "./record.ts";
import type { Task } from "./task.ts";
import { withoutRun } from "./verdict.ts";

/** A lower exercise's text. */
export type TextOf = (file: string) => Collected;

/** One answer to be graded. `key` tells answers to one exercise apart. */
export interface Answer {
  readonly key: string;
  readonly placement: Placement;
  readonly collected: Collected;
  /** Its own lower exercises, where answers of several people are graded together. */
  readonly textOf?: TextOf;
  /** See Task. */
  readonly onlyTest?: string;
  /** See Task. */
  readonly bail?: boolean;
}

export interface Prepared {
  /** Decided without running anything, by key. */
  readonly decided: ReadonlyMap<string, ExerciseRecord>;
  readonly tasks: readonly Task[];
  /** What an answer builds on that is not there yet, as a sentence, by key: said where the answer fails. */
  readonly missing: ReadonlyMap<string, string>;
}

export interface PrepareOptions {
  readonly course: Course;
  /** Where an answer does not say it. */
  readonly textOf: TextOf;
  readonly guestFolder: string;
  readonly isolation: Isolation;
  readonly hook: string;
  readonly measures: Task["measures"];
  readonly hidden: Hidden | null;
  /** Grade a stub like any answer: the course's self-check does. */
  readonly runStubs: boolean;
}

/** Sorts answers into those already decided and tasks for the judge. */
export async function prepare(
  answers: readonly Answer[],
  options: PrepareOptions,
): Promise<Prepared> {
  const { course, guestFolder, isolation, hook } = options;
  const timing = options.measures === "all";
  const decided = new Map<string, ExerciseRecord>();
  const running: { answer: Answer; text: string }[] = [];
  for (const answer of answers) {
    const { placement, collected, key } = answer;
    if (collected.kind === "missing")
      decided.set(key, withoutRun(placement, "not-started", null, timing));
    else if (collected.kind === "refused")
      decided.set(key, withoutRun(placement, "crashed", collected.reason, timing));
    else if (
      !options.runStubs &&
      isStub(collected.text, placement.file, course.stubIds, course.exercisesFolder)
    )
      decided.set(key, withoutRun(placement, "not-started", null, timing));
    else running.push({ answer, text: collected.text });
  }
  const own = await inspect(
    {
      hook,
      files: running.map(({ answer, text }) => ({
        path: answer.placement.file,
        text,
        rules: answer.placement.exercise.rules ?? null,
      })),
    },
    guestFolder,
    isolation,
  );
  const lower = await inspectLower(own, running, options);
  const harnesses = await inspectHarnesses(running, options);
  const tasks: Task[] = [];
  const missing = new Map<string, string>();
  for (const [k, { answer }] of running.entries()) {
    const report = own[k];
    const { placement, key } = answer;
    const [problem] = report?.problems ?? [];
    if (report === undefined) continue;
    if (problem !== undefined) {
      const place = `${basename(placement.file)}:${problem.line}:${problem.column}`;
      decided.set(key, withoutRun(placement, problem.kind, `${place} ${problem.message}`, timing));
      continue;
    }
    const linked = link(placement, report, lower.get(answer.textOf) ?? new Map(), course);
    if (linked.kind === "forbidden") {
      decided.set(key, withoutRun(placement, "forbidden", linked.reason, timing));
      continue;
    }
    const textOf = answer.textOf ?? options.textOf;
    const sentence = notStarted(Object.keys(linked.files), placement, course, textOf);
    if (sentence !== null) missing.set(key, sentence);
    const harness = harnesses.get(placement.file);
    const files: Record<string, string> = { ...linked.files };
    const instrumented: Record<string, string> = { ...linked.instrumented };
    const harnessPath = placement.file.replace(/\.ts$/, ".harness.ts");
    if (harness !== undefined) files[harnessPath] = instrumented[harnessPath] = harness.stripped;
    tasks.push({
      key,
      exerciseId: placement.exercise.id,
      file: placement.file,
      load: {
        entry: placement.file,
        files,
        imports: linked.imports,
        harness: harness === undefined ? null : harnessPath,
        naive: null,
      },
      instrumented,
      fastCheck: placement.exercise.fastCheck === true,
      hiddenTests: options.hidden === null ? [] : hiddenTests(options.hidden, placement, course),
      onlyTest: answer.onlyTest ?? null,
      drawing:
        answer.onlyTest === undefined && answer.bail !== true ? drawingOf(placement, course) : null, // nobody looks
      bail: answer.bail ?? false,
      measures: options.measures,
    });
  }
  return { decided, tasks, missing };
}

/** "it builds on 1.01 nested-to-array, which is not started yet"; null where all of `files` but the answer's own are. */
function notStarted(
  files: readonly string[],
  own: Placement,
  course: Course,
  textOf: TextOf,
): string | null {
  const names = course.exercises.flatMap(({ file, exercise }) => {
    if (file === own.file || !files.includes(file)) return [];
    const collected = textOf(file);
    const isStarted =
      collected.kind === "text" &&
      !isStub(collected.text, file, course.stubIds, course.exercisesFolder);
    return isStarted ? [] : [`${exercise.id} ${exercise.name}`];
  });
  if (names.length === 0) return null;
  return `it builds on ${names.join(", ")}, which ${names.length === 1 ? "is" : "are"} not started yet`;
}

/** Reports of lower exercises by path, for each of those whose answers they are (undefined: who does not say). */
type Lower = Map<TextOf | undefined, Map<string, InspectReport>>;
/** How this exercise's wrong calls are drawn. A student edition keeps its topics beside the stubs, without answers. */
function drawingOf({ exercise, topic, file }: Placement, course: Course): Task["drawing"] {
  if (exercise.drawn === undefined) return null;
  const folder = dirname(course.topicFiles[topic.id] ?? "");
  const reference = join(folder, basename(file));
  const isThere = folder === join(course.solutionsFolder, topic.id) && existsSync(reference);
  return { drawn: exercise.drawn, reference: isThere ? reference : null };
}

/** Reports of all lower exercises that the answers import, directly or not. */
async function inspectLower(
  own: readonly InspectReport[],
  running: readonly { answer: Answer }[],
  options: PrepareOptions,
): Promise<Lower> {
  const { course, guestFolder, isolation, hook } = options;
  const lower: Lower = new Map(running.map(({ answer }) => [answer.textOf, new Map()]));
  let reports = own.map((report, k) => ({ report, textOf: running[k]?.answer.textOf }));
  while (reports.length > 0) {
    const wanted = new Map<TextOf | undefined, Set<string>>();
    for (const { report, textOf } of reports) {
      const placement = course.exercises.find(({ file }) => file === report.path);
      for (const file of filesImportedBy(report, placement, course)) {
        if (lower.get(textOf)?.has(file) === true) continue;
        wanted.set(textOf, (wanted.get(textOf) ?? new Set()).add(file));
      }
    }
    const files = [...wanted].flatMap(([textOf, paths]) =>
      [...paths].map((path) => ({ path, textOf })),
    );
    const texts = files.map(({ path, textOf }) => {
      const collected = (textOf ?? options.textOf)(path);
      return {
        path,
        text: collected.kind === "text" ? collected.text : readStub(course.exercisesFolder, path),
        rules: null,
      };
    });
    const found = await inspect({ hook, files: texts }, guestFolder, isolation);
    reports = found.map((report, k) => ({ report, textOf: files[k]?.textOf }));
    for (const { report, textOf } of reports) lower.get(textOf)?.set(report.path, report);
  }
  return lower;
}

function filesImportedBy(
  report: InspectReport,
  placement: Placement | undefined,
  course: Course,
): string[] {
  if (placement === undefined) return [];
  return report.imports.flatMap(({ specifier }) => {
    const target = resolveImport(course, placement, specifier);
    return target.kind === "file" ? [target.file] : [];
  });
}

type Linked =
  | {
      readonly kind: "linked";
      readonly files: Record<string, string>;
      readonly instrumented: Record<string, string>;
      readonly imports: Record<string, Record<string, string>>;
    }
  | { readonly kind: "forbidden"; readonly reason: string };

/** All files that an answer runs with, and what their imports mean. */
function link(
  placement: Placement,
  report: InspectReport,
  lower: ReadonlyMap<string, InspectReport>,
  course: Course,
): Linked {
  const files: Record<string, string> = {};
  const instrumented: Record<string, string> = {};
  const imports: Record<string, Record<string, string>> = {};
  const waiting: { placement: Placement; report: InspectReport }[] = [{ placement, report }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { path } = next.report;
    files[path] = next.report.stripped;
    instrumented[path] = next.report.instrumented;
    imports[path] = {};
    for (const { specifier, line, column } of next.report.imports) {
      const target = resolveImport(course, next.placement, specifier);
      if (target.kind === "forbidden")
        return {
          kind: "forbidden",
          reason: `${basename(path)}:${line}:${column} ${target.reason}`,
        };
      if (target.kind === "package") continue;
      imports[path][specifier] = target.file;
      const targetReport = lower.get(target.file);
      const targetPlacement = course.exercises.find(({ file }) => file === target.file);
      if (targetReport === undefined || targetPlacement === undefined || target.file in files)
        continue;
      waiting.push({ placement: targetPlacement, report: targetReport });
    }
  }
  return { kind: "linked", files, instrumented, imports };
}

/** The trusted harness files, stripped like the rest. */
async function inspectHarnesses(
  running: readonly { answer: Answer }[],
  options: PrepareOptions,
): Promise<Map<string, InspectReport>> {
  const { course, guestFolder, isolation, hook } = options;
  const files = [
    ...new Set(
      running
        .filter(({ answer }) => answer.placement.exercise.harness === true)
        .map(({ answer }) => answer.placement.file),
    ),
  ];
  const texts = files.map((file) => ({
    path: file,
    text: readFileSync(
      join(course.exercisesFolder, dirname(file), `${basename(file, ".ts")}.harness.ts`),
      "utf8",
    ),
    rules: null,
  }));
  const reports = await inspect({ hook, files: texts }, guestFolder, isolation);
  return new Map(reports.map((report) => [report.path, report]));
}
