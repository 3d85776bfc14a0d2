import { expect, test } from "vitest";
import type { ExerciseRecord, GradeRecord } from "../judge/record.ts";
import { escapeForLog, escapeHtml, escapeLine, escapeMarkdown } from "./escape.ts";
import { type TerminalOptions, terminalReport } from "./terminal.ts";

const exercise: ExerciseRecord = {
  id: "3.07",
  topic: "03-memory",
  name: "safe-as-strided",
  file: "03-memory/07-safe-as-strided.ts",
  verdict: "passed",
  points: 10,
  openPoints: 0,
  maxPoints: 10,
  durationMs: 5,
  tests: [],
  measures: [],
};
const record = (more: Partial<ExerciseRecord>): GradeRecord => {
  const one = { ...exercise, ...more };
  const { points, openPoints, maxPoints } = one;
  return {
    schema: "deep-dive/grade/v1",
    seed: 1,
    isolation: "process",
    node: "v26.0.0",
    cpu: "x",
    startedAt: "",
    durationMs: 1200,
    submission: "exercises",
    points,
    openPoints,
    maxPoints,
    topics: [{ id: "03-memory", points, openPoints, maxPoints }],
    exercises: [one],
  };
};
const options: TerminalOptions = {
  width: 80,
  color: false,
  titles: { "03-memory": "Memory model" },
  replay: " --seed 1",
  reveal: "none",
  maxDetails: 5,
};

test("a passed exercise is one line with its points", () => {
  expect(terminalReport(record({}), options)).toMatch(/^✓ 3\.07 safe-as-strided +10\/10$/m);
});

test("the matcher's own words are left out where both values follow", () => {
  const told = (message: string, expected: string, actual: string): string =>
    terminalReport(
      record({
        verdict: "failed",
        points: 0,
        tests: [{ name: "a law", verdict: "failed", message, expected, actual }],
      }),
      options,
    );
  const long = told(
    "elements: expected [ 1, 2, …(9) ] to deeply equal [ 1, 3, …(9) ]",
    "[ 1, 3 ]",
    "[ 1, 2 ]",
  );
  expect(long).toMatch(/says +elements\n +expected +\[ 1, 3 \]\n +got +\[ 1, 2 \]/);
  expect(told("expected { …(4) } to deeply equal { …(4) }", "{ a: 1 }", "{ a: 2 }")).not.toContain(
    "says",
  );
  expect(told("expected +0 to be 6 // Object.is equality", "6", "+0")).toMatch(
    /says +expected \+0 to be 6$/m,
  );
});

test("what waits for cards is told apart from what fails, and counted apart", () => {
  const text = terminalReport(
    record({
      verdict: "failed",
      points: 0,
      tests: [
        { name: "card: a slice", verdict: "failed", message: "no answer yet: a[1:3]?" },
        { name: "a law", verdict: "failed", waiting: true },
        { name: "another law", verdict: "failed", waiting: true },
      ],
      cardsFirst: ["3.02"],
    }),
    options,
  );
  expect(text).toMatch(/0\/10 +card: a slice$/m);
  expect(text).toContain("waiting   for the cards, 2 tests of the code:\n            a law\n");
  expect(text).toContain("cards     3.02 first");
});

test("a failure shows the test, the counterexample, both values and the way to repeat it", () => {
  const failing = {
    name: "a law",
    verdict: "failed",
    message: "they differ",
    counterexample: "array([1, 2])",
    expected: "3",
    actual: "4",
    seed: 1,
  } as const;
  const text = terminalReport(record({ verdict: "failed", points: 0, tests: [failing] }), options);
  for (const part of [
    "✗ 3.07",
    "0/10  a law",
    "with      array([1, 2])",
    "expected  3",
    "got       4",
    "npm run grade -- 3.07 --seed 1",
  ])
    expect(text).toContain(part);
});

test("no line is wider than the terminal, whatever a learner's code says, but the command to repeat it", () => {
  const long = {
    name: "n".repeat(300),
    verdict: "failed",
    message: `${"word ".repeat(100)}${"x".repeat(300)}`,
  } as const;
  const text = terminalReport(
    record({ verdict: "failed", tests: [long], output: "y".repeat(500) }),
    options,
  );
  for (const line of text.split("\n")) expect(line.length).toBeLessThanOrEqual(80);
});

test("colours only where they are asked for", () => {
  expect(terminalReport(record({}), options)).not.toContain("\u001b");
  expect(terminalReport(record({}), { ...options, color: true })).toContain("\u001b[32m");
});

test("open points are said, with the way to try again", () => {
  const text = terminalReport(
    record({ verdict: "inconclusive", points: 4, openPoints: 6 }),
    options,
  );
  expect(text).toContain("4/10 (6 open)");
  expect(text).toContain("--force");
});

test("a hidden test shows as much as it may", () => {
  const hidden = {
    name: "the secret",
    verdict: "failed",
    message: "secret words",
    hidden: true,
  } as const;
  const show = (reveal: TerminalOptions["reveal"]): string =>
    terminalReport(record({ verdict: "failed", tests: [hidden] }), { ...options, reveal });
  expect(show("none")).not.toContain("secret");
  expect(show("names")).toContain("the secret");
  expect(show("names")).not.toContain("secret words");
  expect(show("messages")).toContain("secret words");
});

test("control sequences, direction marks and CI commands are shown, not obeyed", () => {
  expect(escapeForLog("\u001b[2Jx\u202e")).toBe("\\x1b[2Jx\\u202e");
  expect(escapeForLog("says ##vso[task.complete]done ##teamcity[x] ##: a")).toBe(
    "says #\\#vso[task.complete]done #\\#teamcity[x] ##: a",
  );
  expect(escapeForLog("\u061c\u200b\ud800\u{e0041}\u{1f600}")).toBe(
    "\\u061c\\u200b\\ud800\\ue0041\u{1f600}",
  );
  expect(escapeForLog("a\n::error::b\n  ##[group]c\n::-1")).toBe(
    "a\n\\::error::b\n  #\\#[group]c\n::-1",
  );
  expect(escapeLine("a\n  b\tc\r")).toBe("a b c\\x0d");
  expect(escapeHtml(`<a href="x" onclick='y'>&`)).toBe(
    "&lt;a href=&quot;x&quot; onclick=&#39;y&#39;&gt;&amp;",
  );
  expect(escapeMarkdown("[x](y) `z` <b> @me")).not.toMatch(/(?<!\\)[[\]`@]|<b>/);
});
