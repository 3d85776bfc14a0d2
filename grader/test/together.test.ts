/**
 * Several people's answers graded in one run, as a class is: each runs with its owner's own lower exercises.
 */
import { expect, test } from "vitest";
import { type Collected, collect } from "../src/course/collect.ts";
import { gradeAnswers } from "../src/judge/grade.ts";
import { openFixture, placementOf } from "./fixture.ts";

const LOWER = "03-fixture/01-add-one.ts";
const RIGHT = "export const addOne = (n: number): number => n + 1;\n";
const WRONG = "export const addOne = (n: number): number => n + 3;\n";

test("the same answer over another's lower exercise is another answer, and equal ones run once", async () => {
  const { course, options } = await openFixture();
  const placement = placementOf(course, "3.04");
  const collected = collect(course.solutionsFolder, placement.file); // it counts with addOne
  const answerOf = (
    key: string,
    lower: string | null,
  ): Parameters<typeof gradeAnswers>[0][number] => ({
    key: `3.04/${key}`,
    placement,
    collected,
    textOf: (file): Collected =>
      file === LOWER && lower !== null ? { kind: "text", text: lower } : { kind: "missing" },
  });
  const records = await gradeAnswers(
    [answerOf("ada", RIGHT), answerOf("bob", WRONG), answerOf("eve", null), answerOf("kim", RIGHT)],
    () => ({ kind: "missing" }),
    options,
  );
  expect(records.map((r) => r.verdict)).toEqual(["passed", "failed", "failed", "passed"]);
  expect(records.map((r) => r.message)).toEqual([
    undefined,
    undefined,
    "it builds on 3.01 add-one, which is not started yet",
    undefined,
  ]);
  expect(records.map((r) => r.cached ?? false)).toEqual([false, false, false, true]);
});
