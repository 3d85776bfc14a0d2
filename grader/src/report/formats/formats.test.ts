import { describe, expect, test } from "vitest";
import { HOSTILE, RECORD } from "./fixture.ts";
import { FORMATS, formatNamed } from "./formats.ts";
import { scoreRows } from "./rows.ts";

const CLASSROOM = {
  CLASSROOM: "cs1",
  ASSIGNMENT: "arrays",
  OWNER: "ada",
  SUBMISSION_TAG: "submit/1",
  COMMIT_URL: "https://example.org/commit/1",
  RELEASE_URL: "https://example.org/release/1",
};

function rendered(name: string): string {
  return formatNamed(name).render(RECORD, CLASSROOM);
}

function json(name: string): Record<string, never> {
  return JSON.parse(rendered(name)) as Record<string, never>; // fields are looked at one by one below
}

test("the rows' points add up to the record's", () => {
  const rows = scoreRows(RECORD);
  expect(rows.reduce((n, r) => n + r.points, 0)).toBe(RECORD.points);
  expect(rows.reduce((n, r) => n + r.maxPoints, 0)).toBe(RECORD.maxPoints);
});

test("an unknown format is refused with the names there are", () => {
  expect(() => formatNamed("word")).toThrow(/classroom50, ctrf.*not word/);
  expect(() => formatNamed("toString")).toThrow(/not toString/);
});

test("every format renders text that a JSON or XML reader can hold", () => {
  for (const name of Object.keys(FORMATS)) expect(rendered(name)).not.toContain("\u0000");
});

describe("classroom50", () => {
  test("has exactly the fields its schema knows, with whole points", () => {
    const result = json("classroom50");
    expect(Object.keys(result).sort()).toEqual(
      [
        "schema",
        "classroom",
        "assignment",
        "assignment_type",
        "owner",
        "submission",
        "commit",
        "release",
        "review",
        "datetime",
        "graded_at",
        "score",
        "max-score",
        "tests",
      ].sort(),
    );
    expect(result).toMatchObject({
      schema: "classroom50/result/v1",
      score: 23,
      "max-score": 60,
      datetime: "2026-11-23T10:00:00Z",
      submission: "submit/1",
    });
    const tests = result["tests"] as unknown as Record<string, unknown>[]; // checked next
    for (const t of tests) {
      expect(
        Number.isInteger(t["score"]) &&
          Number.isInteger(t["max-score"]) &&
          typeof t["passed"] === "boolean",
      ).toBe(true);
      expect(Number(t["score"])).toBeLessThanOrEqual(Number(t["max-score"]));
    }
  });

  test("says which variables are missing where there is no classroom", () => {
    expect(() => formatNamed("classroom50").render(RECORD, {})).toThrow(
      /CLASSROOM, ASSIGNMENT.*not set here/,
    );
  });
});

test("gradescope gets visible tests with scores, and no status where nothing was decided", () => {
  const result = json("gradescope") as unknown as {
    score: number;
    tests: Record<string, unknown>[];
  };
  expect(result.score).toBe(23);
  expect(result.tests.every((t) => t["visibility"] === "visible")).toBe(true);
  expect(result.tests.find((t) => t["name"] === "2.03 name-2.03: speed-up")).not.toHaveProperty(
    "status",
  );
  expect(result.tests[0]).toMatchObject({
    status: "passed",
    score: 10,
    max_score: 10,
    number: "1.01",
  });
});

describe("junit", () => {
  test("is well-formed", () => {
    const open: string[] = [];
    const body = rendered("junit")
      .replace(/^<\?xml[^>]*\?>/, "")
      .replaceAll(/<!\[CDATA\[[\s\S]*?\]\]>/g, "");
    for (const [, close, name, empty] of body.matchAll(
      /<(\/?)([\w-]+)(?:\s+[\w-]+="[^"<]*")*\s*(\/?)>/g,
    )) {
      if (close === "/") expect(open.pop()).toBe(name);
      else if (empty !== "/") open.push(name!);
    }
    expect(open).toEqual([]);
    expect(body.replaceAll(/<[^>]*>/g, "").trim()).toBe("");
  });

  test("counts failures and skips", () => {
    expect(rendered("junit")).toContain(
      '<testsuites name="deep-dive" tests="8" failures="3" errors="0" skipped="2"',
    );
  });
});

test("ctrf counts are whole numbers that add up", () => {
  const { results } = json("ctrf") as unknown as {
    results: { summary: Record<string, number>; tests: { status: string; suite: string[] }[] };
  };
  const { tests, passed, failed, skipped, pending, other } = results.summary;
  expect(passed! + failed! + skipped! + pending! + other!).toBe(tests);
  expect(Object.values(results.summary).every(Number.isInteger)).toBe(true);
  expect(results.tests.every((t) => t.suite.length > 0)).toBe(true);
  expect(other).toBe(1);
});

test("exercism results keep to the lengths its interface allows", () => {
  const { version, status, tests } = json("exercism") as unknown as {
    version: number;
    status: string;
    tests: { output?: string; status: string }[];
  };
  expect([version, status]).toEqual([3, "fail"]);
  expect(tests.every((t) => (t.output?.length ?? 0) <= 500)).toBe(true);
});

test("prairielearn gets a share of the points from 0 to 1, in under a megabyte", () => {
  expect(json("prairielearn")["score"]).toBeCloseTo(23 / 60);
  const tests = [{ name: "x", verdict: "failed" as const, message: "y".repeat(3_000_000) }];
  const huge = { ...RECORD, exercises: [{ ...RECORD.exercises[1]!, tests }] };
  expect(formatNamed("prairielearn").render(huge, {}).length).toBeLessThan(1_000_000);
});

test("annotations are one command a line, whatever a learner's text says", () => {
  const lines = rendered("github-annotations").trimEnd().split("\n");
  expect(
    lines.map((l) => /^::(\w+) file=exercises\/[\w.-]+\/[\w.-]+\.ts,line=\d+,/.exec(l)?.[1]),
  ).toEqual(["error", "error", "warning", "notice"]);
  expect(lines[0]).toContain("title=1.02 name-1.02%3A failed::");
  expect(lines[0]).toContain("%0A");
  const many = { ...RECORD, exercises: Array.from({ length: 30 }, () => RECORD.exercises[1]!) };
  const own = formatNamed("github-annotations").render(many, {}).trimEnd().split("\n");
  expect([own.length, own.at(-1)]).toEqual([10, "::error::21 more, in the summary"]);
});

test("a syntax error's annotation stands on its line", () => {
  const [e] = RECORD.exercises;
  const broken = { ...e!, verdict: "syntax-error" as const, message: "01-a.ts:7:3 unexpected" };
  const text = formatNamed("github-annotations").render({ ...RECORD, exercises: [broken] }, {});
  expect(text).toContain(",line=7,col=3,title=");
});

test("a learner's text in the summary stays inside its code span", () => {
  const lines = rendered("github-summary").split("\n");
  expect(lines.some((l) => l.startsWith("::"))).toBe(false);
  const row = lines.find((l) => l.includes("name-1.02"))!;
  expect(row.match(/`/g)).toHaveLength(2);
  expect(row.match(/\|/g)).toHaveLength(5);
  expect(row).not.toContain("<b>");
  expect(HOSTILE).toContain("<b>");
});
