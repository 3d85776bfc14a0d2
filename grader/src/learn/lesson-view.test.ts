import { expect, test } from "vitest";
import { lessonLines } from "./lesson-view.ts";

test("the lines of a paragraph become one, and so do those of each item of a list", () => {
  const lesson = "# Title\nAn array is\ntwo things.\n\n- bytes, and\n  more\n- a shape";
  expect(lessonLines(lesson, { width: 80 })).toEqual([
    "# Title",
    "An array is two things.",
    "",
    "- bytes, and more",
    "- a shape",
    "",
  ]);
});

test("code and pictures stay as they are", () => {
  const lesson = "Look:\n```\n | 1 | 2 |\n  a\n```\nthat was it";
  expect(lessonLines(lesson, { width: 80 })).toEqual([...lesson.split("\n"), ""]);
});

test("a table's columns stand side by side where they fit, else its rows are read one by one", () => {
  const table = "| kind | bytes |\n| ---- | ----: |\n| int8, uint8 | 1 |";
  expect(lessonLines(table, { width: 80 })).toEqual(["kind         bytes", "int8, uint8  1", ""]);
  expect(lessonLines(table, { width: 12 })).toEqual(["kind · bytes", "int8, uint8 · 1", ""]);
});
