import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { validateStrict } from "ctrf";
import { XmlDocument, XsdValidator } from "libxml2-wasm";
import { describe, expect, test } from "vitest";
import type { ExerciseRecord, GradeRecord } from "../../judge/record.ts";
import { DOCUMENTED } from "./documented.ts";
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

function rendered(name: string, record: GradeRecord = RECORD): string {
  return formatNamed(name).render(record, CLASSROOM);
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

/** Records that formats may trip over: every outcome, nothing at all, and answers of which none ran. */
const RECORDS: readonly (readonly [name: string, record: GradeRecord])[] = [
  ["every outcome", RECORD],
  ["no exercise", { ...RECORD, points: 0, maxPoints: 0, openPoints: 0, topics: [], exercises: [] }],
  ["only syntax errors", only("2.04")],
  ["a failure of the grader", only("2.04", { verdict: "grader-fault", openPoints: 10 })],
  ["long prints", only("1.02", { output: "x".repeat(100_000) })],
];

/** The record with one exercise, changed. */
function only(id: string, changes: Partial<ExerciseRecord> = {}): GradeRecord {
  const own = RECORD.exercises.filter((e) => e.id === id).map((e) => ({ ...e, ...changes }));
  return { ...RECORD, points: 0, maxPoints: 10, exercises: own };
}

describe.each(RECORDS)("of a record with %s", (_, record) => {
  test.each(Object.keys(DOCUMENTED))(
    "%s has the fields that are documented, and no other",
    (name) => {
      const ajv = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true });
      const isValid = ajv.compile(DOCUMENTED[name]!);
      isValid(JSON.parse(rendered(name, record)));
      expect(isValid.errors).toBe(null);
    },
  );

  test("ctrf keeps to the published schema", () => {
    validateStrict(JSON.parse(rendered("ctrf", record)));
  });

  test("junit is well-formed, and keeps to what its readers agree on", () => {
    using schema = XmlDocument.fromString(
      readFileSync(new URL("junit.xsd", import.meta.url), "utf8"),
    );
    using validator = XsdValidator.fromDoc(schema);
    using document = XmlDocument.fromString(rendered("junit", record));
    validator.validate(document);
  });
});

describe("classroom50", () => {
  test("has whole points, none of a test's above its most, and the submission's own names", () => {
    const result = json("classroom50");
    expect(result).toMatchObject({
      score: 23,
      "max-score": 60,
      owner: "ada",
      datetime: "2026-11-23T10:00:00Z",
      submission: "submit/1",
    });
    const tests = result["tests"] as unknown as Record<string, number>[]; // by the schema above
    for (const t of tests) expect(t["score"]).toBeLessThanOrEqual(t["max-score"]!);
  });

  test("says which variables are missing where there is no classroom", () => {
    expect(() => formatNamed("classroom50").render(RECORD, {})).toThrow(
      /CLASSROOM, ASSIGNMENT.*OWNER; not set here/,
    );
    const organization = { ...CLASSROOM, OWNER: "", GITHUB_REPOSITORY_OWNER: "school" };
    expect(() => formatNamed("classroom50").render(RECORD, organization)).toThrow(/sets OWNER;/);
  });
});

describe("gradescope", () => {
  interface Row extends Record<string, unknown> {
    readonly name: string;
  }
  const result = json("gradescope") as unknown as {
    score: number;
    tests: Row[];
    leaderboard: unknown[];
  }; // by the schema above
  const row = (name: string): Row | undefined => result.tests.find((t) => t.name === name);

  test("sees every test, with its topic and kind as tags", () => {
    expect(result.score).toBe(23);
    expect(result.tests.every((t) => t["visibility"] === "visible")).toBe(true);
    expect(result.tests[0]).toMatchObject({
      status: "passed",
      score: 10,
      max_score: 10,
      number: "1.01",
      tags: ["01-topic", "tests"],
    });
    expect(row("2.02 name-2.02: allocations")).toMatchObject({
      tags: ["02-topic", "allocations"],
      extra_data: { metric: "allocations", value: 3, gate: 1, verdict: "over-limit" },
    });
  });

  test("has neither score nor status to work with where nothing was decided", () => {
    const open = row("2.03 name-2.03: speed-up");
    expect(open).toMatchObject({ max_score: 4, extra_data: { ci: [1.5, 2.6] } });
    expect(open).not.toHaveProperty("status");
    expect(open).not.toHaveProperty("score");
  });

  test("ranks the capstone by what was counted, never by a time", () => {
    expect(result.leaderboard).toEqual([
      { name: "name-2.02: allocations (arrays)", value: 3, order: "asc" },
    ]);
  });
});

test("junit counts failures and skips", () => {
  expect(rendered("junit")).toContain(
    '<testsuites name="deep-dive" tests="8" failures="3" errors="0" skipped="2"',
  );
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

test("exercism tells failures from what did not run, and says where prints were cut", () => {
  const [of, broken] = [json("exercism"), JSON.parse(rendered("exercism", only("2.04")))];
  expect([of["status"], broken]).toMatchObject([
    "fail",
    { status: "error", message: "unexpected token" },
  ]);
  const long = rendered("exercism", only("1.02", { output: "x".repeat(501) }));
  expect(long).toContain("xxx\\nOutput was truncated. Please limit to 500 chars");
});

test("prairielearn gets a share of the points from 0 to 1, in under a megabyte", () => {
  expect(json("prairielearn")["score"]).toBeCloseTo(23 / 60);
  const tests = [{ name: "x", verdict: "failed" as const, message: "y".repeat(3_000_000) }];
  const huge = { ...RECORD, exercises: [{ ...RECORD.exercises[1]!, tests }] };
  expect(formatNamed("prairielearn").render(huge, {}).length).toBeLessThan(1_000_000);
});

test("prairielearn takes no attempt away where nothing ran", () => {
  expect(JSON.parse(rendered("prairielearn", only("2.04")))).toMatchObject({
    gradable: false,
    format_errors: ["2.04 name-2.04: unexpected token"],
  });
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
