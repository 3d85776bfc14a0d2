import { expect, test } from "vitest";
import { RECORD } from "../report/formats/fixture.ts";
import type { GradeRecord, TestRecord } from "../judge/record.ts";
import { type ClassResult, classPage } from "./class-page.ts";

const [passed, failed, notStarted, overLimit] = RECORD.exercises;

function student(name: string, record: GradeRecord | null, problem: string | null): ClassResult {
  return { name, key: name, record, problem };
}

function failing(counterexample: string): GradeRecord {
  const law: TestRecord = { name: "a law", verdict: "failed", counterexample, message: "no" };
  return { ...RECORD, exercises: [passed!, { ...failed!, tests: [law] }, notStarted!, overLimit!] };
}

/** The cells of the table row that holds `text`. */
function rowWith(page: string, text: string): string[] {
  const row = [...page.matchAll(/<tr>(.*?)<\/tr>/g)]
    .map(([, r]) => r!)
    .find((r) => r.includes(text));
  return [...(row ?? "").matchAll(/<td[^>]*>(.*?)<\/td>/g)].map(([, cell]) => cell!);
}

test("what most students miss comes with the input that shows it to most of them", () => {
  const records = ["[0]", "[0]", "[1, 2]"].map(failing);
  const page = classPage(
    records.map((r, k) => student(`s${k}`, r, null)),
    [],
  );
  expect(rowWith(page, "a law")).toEqual(["1.02 name-1.02", "a law", "3", "[0] (2 of 3)"]);
  expect(rowWith(page, "allocations")).toEqual([
    "2.02 name-2.02",
    "allocations",
    "3",
    "3 arrays, the limit is 1",
  ]);
});

test("names, counterexamples and problems cannot become elements", () => {
  const page = classPage(
    [student("<b>Eve</b>", failing("<script>"), null), student("x", null, "<i>broken</i>")],
    [{ exercise: "<u>", pairs: [{ left: "<s>", right: "b", similarity: 1, longest: 9 }] }],
  );
  expect(page).not.toMatch(/<(b|script|i|u|s)>/);
  expect(page).toContain("&lt;script&gt;");
});

test("a class that nobody handed in for says so", () => {
  const page = classPage([student("ada", null, "no submission")], []);
  expect(page).toContain("Nobody was graded.");
  expect(page).toContain("1 students, 0 graded.");
});

test("where very many answers are alike, the first are shown and the rest counted", () => {
  const pairs = Array.from({ length: 50 }, (_, k) => ({
    left: `s${k}`,
    right: `t${k}`,
    similarity: 1,
    longest: 9,
  }));
  const page = classPage([], [{ exercise: "01-a.ts", pairs }]);
  expect(rowWith(page, "s19,")).toEqual(["01-a.ts", "s19, t19", "100 %"]);
  expect(rowWith(page, "s20,")).toEqual([]);
  expect(rowWith(page, "more pairs")[1]).toContain("30 more pairs");
});
