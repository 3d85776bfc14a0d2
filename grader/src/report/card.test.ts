import { expect, test } from "vitest";
import type { ExerciseRecord, MeasureRecord } from "../judge/record.ts";
import { cardOf } from "./card.ts";

const exercise: ExerciseRecord = {
  id: "3.07",
  topic: "03-memory",
  name: "safe-as-strided",
  file: "03-memory/07-safe-as-strided.ts",
  verdict: "failed",
  points: 0,
  openPoints: 0,
  maxPoints: 10,
  durationMs: 5,
  tests: [
    { name: "worked examples > one", verdict: "passed" },
    { name: "worked examples > two", verdict: "passed" },
    { name: "laws > three", verdict: "passed" },
    { name: "laws > four", verdict: "failed" },
    { name: "laws > five", verdict: "timed-out" },
    { name: "laws > secret", verdict: "failed", hidden: true },
  ],
  measures: [],
};
const measure: MeasureRecord = {
  kind: "allocations",
  label: "a view",
  value: 0,
  limit: 1,
  unit: "arrays",
  points: 2,
  maxPoints: 2,
  verdict: "passed",
};

test("tests are counted by the describe around them, hidden ones left out", () => {
  expect(cardOf(exercise)).toEqual([
    "  ✓ worked examples  ████████████████████ 2 of 2",
    "  · laws             ██████░░░░░░░░░░░░░░ 1 of 3",
  ]);
});

test("a measured limit shows its figure, one that was not measured is left out", () => {
  const measures = [measure, { ...measure, label: "left out", verdict: "not-measured" } as const];
  expect(cardOf({ ...exercise, measures }).slice(2)).toEqual([
    "  ✓ a view           0 arrays, at most 1",
  ]);
});

test("what never ran has no card", () => {
  expect(cardOf({ ...exercise, tests: [], measures: [measure] })).toEqual([]);
});

test("a long name is cut, and control characters do not get through", () => {
  const tests = [{ name: `\u001b[31m${"x".repeat(100)} > y`, verdict: "passed" } as const];
  const [line = ""] = cardOf({ ...exercise, tests });
  expect(line).not.toContain("\u001b");
  expect(line.length).toBeLessThan(80);
});
