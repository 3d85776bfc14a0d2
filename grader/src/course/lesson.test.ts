import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Course } from "./find.ts";
import { lessonFindings } from "./lesson.ts";
import { defineTopic } from "./topic.ts";

const words = { kind: "implement", points: 6, hints: ["a", "b", "c"], explanation: "x" } as const;
const memory = defineTopic({
  id: "03-memory",
  title: "Memory",
  exercises: [
    {
      ...words,
      id: "3.01",
      name: "strides",
      tracks: ["fast"],
      limits: [
        { kind: "allocations", points: 2, call: "f", input: () => [], expected: () => 0, limit: 0 },
      ],
    },
    { ...words, id: "3.02", name: "cards" },
  ],
});

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "lesson-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function findings(...lines: readonly string[]): string[] {
  mkdirSync(join(folder, "03-memory"));
  writeFileSync(join(folder, "03-memory", "README.md"), lines.join("\n"));
  const course: Course = {
    root: "",
    exercisesFolder: folder,
    solutionsFolder: "",
    topics: [memory],
    topicFiles: {},
    stubIds: {},
    exercises: [],
  };
  return lessonFindings(course);
}

test("a table that agrees with topic.ts is left in peace, whatever it says an exercise is about", () => {
  expect(
    findings(
      "| id     | exercise                 | about | points |",
      "| 3.01 ★ | [strides](01-strides.ts) | x     | 6 + 2  |",
      "| 3.02   | [cards](02-cards.ts)     |       | 6      |",
    ),
  ).toEqual([]);
});

test("a missing row, a missing star and other points are told", () => {
  expect(findings("| 3.01 | [strides](01-strides.ts) | x | 6 + 3 |")).toEqual([
    "exercises/03-memory/README.md: its row for 3.01 says 3.01, and topic.ts 3.01 ★",
    "exercises/03-memory/README.md: its row for 3.01 says 6 + 3, and topic.ts 6 + 2",
    "exercises/03-memory/README.md: its table has no row for 3.02",
  ]);
});
