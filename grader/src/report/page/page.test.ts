import { expect, test } from "vitest";
import type { GradeRecord } from "../../judge/record.ts";
import { RECORD } from "../formats/fixture.ts";
import { reportPage } from "./page.ts";

const record: GradeRecord = {
  schema: "deep-dive/grade/v1",
  seed: 7,
  isolation: "process",
  node: "v26.10.0",
  cpu: "any",
  startedAt: "2026-11-23T10:00:00.000Z",
  durationMs: 1200,
  submission: "exercises",
  points: 5,
  openPoints: 2,
  maxPoints: 20,
  topics: [{ id: "03-memory", points: 5, openPoints: 2, maxPoints: 20 }],
  exercises: [
    {
      id: "3.07",
      topic: "03-memory",
      name: "safe-as-strided",
      file: "03-memory/07-safe-as-strided.ts",
      verdict: "failed",
      points: 5,
      openPoints: 2,
      maxPoints: 20,
      durationMs: 30,
      tests: [
        {
          name: "<script>alert(1)</script>",
          verdict: "failed",
          message: "a & b",
          counterexample: '["<img src=x>"]',
          seed: 7,
        },
      ],
      measures: [
        {
          kind: "speed-up",
          label: "speed-up",
          value: 3,
          limit: 2,
          unit: "x",
          baseline: 1,
          reference: 9,
          interval: [2.5, 3.5],
          verdict: "passed",
          points: 5,
          maxPoints: 5,
        },
      ],
      output: "</pre><script>",
    },
  ],
};

test("what a learner's run said can start no element", () => {
  const page = reportPage(record);
  expect(page).not.toContain("<script");
  expect(page).not.toContain("<img src=x");
  expect(page).toContain("&lt;script&gt;alert(1)");
});

test("points, verdicts and figures stand in the page as words", () => {
  const page = reportPage(record);
  expect(page).toContain("5 of 20 points");
  expect(page).toContain("2 points are open");
  expect(page).toContain("limit 2");
  expect(page).toContain("reference 9");
});

test("hints, a failed test's memory and a traced call's cache lines stand in the page", () => {
  const page = reportPage(RECORD, { hints: { "1.02": 2 } });
  expect(page).toContain("2 hints");
  expect(page).toContain("not read, but should be");
  expect(page).toContain("<title>Cache lines of array 1, 8192 bytes: 1024 touches, 505 misses");
  expect(page).toContain("reference 9.30");
  expect(page).not.toMatch(/<b> &|"q" \|/);
});
