/**
 * The files that make up an exercise, and what is wrong with them before anything runs.
 *
 * Knows AUTHORS.md's layout. Each finding is a sentence that begins with the file it is about.
 */
import { blobId } from "./stubs.ts";
import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import type { Course, Placement } from "./find.ts";
import { exerciseFile } from "./topic.ts";

/** Of a topic's solutions: which mutants of its reference answers mean the same, and why. */
export const EQUIVALENTS_FILE = "equivalents.json";

/** An answer that ships with the course. */
export interface ShippedAnswer {
  readonly kind: "reference" | "right" | "wrong";
  /** Below the project: `solutions/03-memory/07-x.wrong/lost-offset.ts`. */
  readonly path: string;
  readonly text: string;
  /** What a wrong answer says that catches it. */
  readonly caughtBy: string | null;
}

/** The reference answer, the other right ones and the wrong ones. */
export function shippedAnswers(course: Course, { file }: Placement): ShippedAnswer[] {
  const base = join(course.solutionsFolder, file.slice(0, -3));
  const answers: ShippedAnswer[] = [];
  const add = (kind: ShippedAnswer["kind"], path: string): void => {
    const text = readFileSync(path, "utf8");
    answers.push({
      kind,
      path: path.slice(course.root.length + 1),
      text,
      caughtBy:
        kind === "wrong"
          ? (/^\/\/ caught by: (.+)$/m.exec(text.split("\n")[0] ?? "")?.[1]?.trim() ?? null)
          : null,
    });
  };
  if (existsSync(`${base}.ts`)) add("reference", `${base}.ts`);
  for (const kind of ["right", "wrong"] as const) {
    const folder = `${base}.${kind}`;
    if (!existsSync(folder) || !statSync(folder).isDirectory()) continue;
    for (const name of readdirSync(folder).sort())
      if (name.endsWith(".ts")) add(kind, join(folder, name));
  }
  return answers;
}

/** What is wrong with an exercise's files and its entry in topic.ts. */
export function findingsOf(course: Course, placement: Placement): string[] {
  const { exercise, file } = placement;
  const findings: string[] = [];
  const base = join(course.exercisesFolder, file.slice(0, -3));
  const say = (sentence: string): void => void findings.push(`exercises/${file}: ${sentence}`);
  if (!existsSync(`${base}.ts`)) return [`exercises/${file}: there is no such stub`];
  const stub = readFileSync(`${base}.ts`, "utf8");
  if (!/\/\/ TODO:/.test(stub)) say("no // TODO: says the first step");
  if (stub.trimEnd().split("\n").length > 60) say("a stub has at most 60 lines");
  if (!existsSync(`${base}.test.ts`)) say("there is no test file beside it");
  if (Object.keys(course.stubIds).length > 0 && course.stubIds[file] !== blobId(stub))
    say("not what stubs.json says the stub is; if it is meant so, run npm run grader -- stubs");
  if (exercise.harness === true && !existsSync(`${base}.harness.ts`))
    say("topic.ts says harness, and there is no harness file");
  for (const [k, hint] of exercise.hints.entries())
    if (hint.trim() === "") say(`hint ${k + 1} is empty`);
  if (exercise.explanation.trim() === "") say("the explanation is empty");
  for (const limit of exercise.limits ?? []) {
    if (
      !new RegExp(
        `export (async )?function\\*? ${limit.call}\\b|export const ${limit.call}\\b`,
      ).test(stub)
    )
      say(`a limit calls ${limit.call}, which the stub does not export`);
    if (
      limit.naive !== undefined &&
      !(
        existsSync(`${base}.naive.ts`) &&
        readFileSync(`${base}.naive.ts`, "utf8").includes(limit.naive)
      )
    )
      say(`a limit names the naive loop ${limit.naive}, and no naive file has it`);
  }
  const answers = shippedAnswers(course, placement);
  const reference = answers.find(({ kind }) => kind === "reference");
  if (reference === undefined) say("there is no reference answer");
  else if (
    reference.text.replace(/\s+/g, "").includes(exercise.hints[2].replace(/\s+/g, "")) &&
    exercise.hints[2].includes("\n")
  )
    say("the last hint is the answer verbatim");
  if (answers.filter(({ kind }) => kind === "wrong").length < 3)
    say("fewer than three wrong answers");
  if (answers.filter(({ kind }) => kind === "right").length < 2)
    say("fewer than two right answers written differently");
  for (const { kind, path, caughtBy } of answers)
    if (kind === "wrong" && caughtBy === null)
      findings.push(`${path}: line 1 is not // caught by: <a test or limit>`);
  return findings;
}

/** Files below exercises/ and solutions/ that belong to no exercise. */
export function strayFiles(course: Course): string[] {
  const stray: string[] = [];
  for (const topic of course.topics) {
    const names = topic.exercises.map((exercise) => basename(exerciseFile(topic, exercise), ".ts"));
    const ofExercise = (name: string, endings: readonly string[]): boolean =>
      endings.some(
        (ending) => name.endsWith(ending) && names.includes(name.slice(0, -ending.length)),
      );
    for (const name of listed(join(course.exercisesFolder, topic.id))) {
      if (
        !["README.md", "examples", "package.json", "pictures", "topic.ts"].includes(name) &&
        !ofExercise(name, [".test.ts", ".naive.ts", ".harness.ts", ".cards.ts", ".ts"])
      )
        stray.push(`exercises/${topic.id}/${name}: belongs to no exercise`);
    }
    for (const name of listed(join(course.solutionsFolder, topic.id))) {
      if (
        !["topic.ts", "package.json", EQUIVALENTS_FILE].includes(name) &&
        !ofExercise(name, [".ts", ".wrong", ".right"]) &&
        !/^topic\.|^\w[\w-]*\.hints\.ts$/.test(name)
      )
        stray.push(`solutions/${topic.id}/${name}: belongs to no exercise`);
    }
  }
  return stray;
}

function listed(folder: string): string[] {
  return existsSync(folder)
    ? readdirSync(folder).filter((name) => !name.startsWith(".") && name !== "node_modules")
    : [];
}
