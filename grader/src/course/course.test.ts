import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { collect } from "./collect.ts";
import { type Course, type Placement, UnknownTarget, selectExercises } from "./find.ts";
import { resolveImport } from "./imports.ts";
import { type Exercise, type Topic, defineTopic } from "./topic.ts";

const exercise = (id: string, name: string, more: Partial<Exercise> = {}): Exercise => ({
  id,
  name,
  kind: "implement",
  points: 1,
  hints: ["a", "b", "c"],
  explanation: "x",
  ...more,
});
const basics = defineTopic({
  id: "01-basics",
  title: "Basics",
  exercises: [exercise("1.02", "arange"), exercise("1.10", "promote")],
});
const memory = defineTopic({
  id: "03-memory",
  title: "Memory",
  exercises: [
    exercise("3.01", "strides", { tracks: ["fast"] }),
    exercise("3.09", "laws", { fastCheck: true }),
  ],
});
const placed = (topic: Topic): Placement[] =>
  topic.exercises.map((one) => ({
    exercise: one,
    topic,
    file: `${topic.id}/${one.id.slice(2)}-${one.name}.ts`,
    maxPoints: 1,
  }));
const course: Course = {
  root: "",
  exercisesFolder: "",
  solutionsFolder: "",
  topics: [basics, memory],
  topicFiles: {},
  stubIds: {},
  exercises: [...placed(basics), ...placed(memory)],
};
const ids = (targets: string[], track?: "fast"): string[] =>
  selectExercises(course, targets, track).map((one) => one.exercise.id);

test("a target is a topic or an exercise under any of its names, and the order is the course's", () => {
  expect(ids([])).toEqual(["1.02", "1.10", "3.01", "3.09"]);
  for (const target of ["3", "03", "memory", "03-memory"])
    expect(ids([target])).toEqual(["3.01", "3.09"]);
  for (const target of [
    "3.01",
    "3.1",
    "strides",
    "03-memory/01-strides.ts",
    "exercises/03-memory/01-strides.ts",
  ])
    expect(ids([target])).toEqual(["3.01"]);
  expect(ids(["3.09", "1"])).toEqual(["1.02", "1.10", "3.09"]);
  expect(ids([], "fast")).toEqual(["3.01"]);
});

test("an unknown target is named, with what might be meant", () => {
  expect(() => ids(["stride"])).toThrow(UnknownTarget);
  expect(() => ids(["stride"])).toThrow("3.01");
  expect(() => ids(["x\u001b[2J"])).toThrow(/"x\?\[2J"/);
});

test("a topic with a wrong id, falling ids or broken points is refused", () => {
  expect(() => defineTopic({ ...basics, id: "basics" })).toThrow("two digits");
  expect(() => defineTopic({ ...basics, exercises: [exercise("3.01", "x")] })).toThrow(
    "does not belong",
  );
  expect(() =>
    defineTopic({ ...basics, exercises: [exercise("1.02", "x"), exercise("1.01", "y")] }),
  ).toThrow("rise");
  expect(() =>
    defineTopic({ ...basics, exercises: [exercise("1.02", "x", { points: 0.5 })] }),
  ).toThrow("whole number");
});

test("imports: the library, lower exercises by the end of their path, fast-check where allowed", () => {
  const [arange, promote, strides, laws] = course.exercises as [
    Placement,
    Placement,
    Placement,
    Placement,
  ];
  expect(resolveImport(course, arange, "@deep-dive/ndarray")).toEqual({ kind: "package" });
  for (const path of [
    "./02-arange.ts",
    "../02-arange.ts",
    "../01-basics/02-arange.ts",
    "../../exercises/../01-basics/02-arange.ts".slice(0, 6) + "01-basics/02-arange.ts",
  ]) {
    expect(resolveImport(course, promote, path)).toEqual({
      kind: "file",
      file: "01-basics/02-arange.ts",
    });
  }
  expect(resolveImport(course, strides, "../01-basics/10-promote.ts")).toMatchObject({
    kind: "file",
  });
  expect(resolveImport(course, arange, "./10-promote.ts")).toMatchObject({ kind: "forbidden" });
  expect(resolveImport(course, arange, "./02-arange.ts")).toMatchObject({ kind: "forbidden" });
  expect(resolveImport(course, laws, "fast-check")).toEqual({ kind: "package" });
  for (const path of [
    "fast-check",
    "vitest",
    "node:fs",
    "fs",
    "@deep-dive/ndarray/testing",
    "./01-strides.test.ts",
    "/etc/passwd",
    "file:///x.ts",
    "../03-memory/topic.ts",
    "./99-nothing.ts",
  ]) {
    expect(resolveImport(course, strides, path).kind, path).toBe("forbidden");
  }
});

test("only regular text files are collected, and no link is followed", () => {
  const folder = mkdtempSync(join(tmpdir(), "deep-dive-collect-"));
  const put = (name: string, text: string | Uint8Array): void =>
    writeFileSync(join(folder, "03-memory", name), text);
  mkdirSync(join(folder, "03-memory/04-folder.ts"), { recursive: true });
  put("01-a.ts", "export const a = 1;");
  put("02-big.ts", "x".repeat(300_000));
  put("03-bytes.ts", Uint8Array.of(0xff, 0xfe));
  symlinkSync(join(folder, "03-memory/01-a.ts"), join(folder, "03-memory/05-link.ts"));
  symlinkSync(join(folder, "03-memory"), join(folder, "04-linked"));
  expect(collect(folder, "03-memory/01-a.ts")).toEqual({
    kind: "text",
    text: "export const a = 1;",
  });
  expect(collect(folder, "03-memory/09-none.ts")).toEqual({ kind: "missing" });
  for (const file of [
    "03-memory/02-big.ts",
    "03-memory/03-bytes.ts",
    "03-memory/04-folder.ts",
    "03-memory/05-link.ts",
    "04-linked/01-a.ts",
  ])
    expect(collect(folder, file).kind, file).toBe("refused");
});
