/** What measures say of answers that are right and wasteful, and of answers that try to look thrifty. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import type { ExerciseRecord } from "../src/judge/record.ts";
import { FIXTURE_ROOT, gradeTexts } from "./fixture.ts";

const read = (file: string): string => readFileSync(join(FIXTURE_ROOT, file), "utf8");
const naive = `${read("exercises/03-fixture/03-window-sums.naive.ts")}\nexport { naiveWindowSums as windowSums };\n`;

const ANSWERS: Readonly<Record<string, string>> = {
  reference: read("solutions/03-fixture/03-window-sums.ts"),
  naive,
  "wrong beyond 50 elements": `import "@deep-dive/ndarray";\n${naive.replace("return out;", "if (values.length > 50) out[0] = 0;\n  return out;")}`,
  "throws when traced": naive.replace(
    "const out",
    "if (values.length > 50) throw new Error('too long');\n  const out",
  ),
  "sums in a list": `export function windowSums(values: Float64Array, width: number): Float64Array {
  const sums: number[] = [];
  let sum = 0;
  for (let i = 0; i < values.length; i++) {
    sum += values[i]! - (i >= width ? values[i - width]! : 0);
    if (i >= width - 1) sums.push(sum);
  }
  return Float64Array.from(sums);
}\n`,
  "a scratch array made by a native method": read("solutions/03-fixture/03-window-sums.ts").replace(
    "let sum = 0;",
    "const copy = values.map((x) => x);\n  let sum = copy[0]! * 0;",
  ),
};

let records: Map<string, ExerciseRecord>;

beforeAll(async () => {
  records = await gradeTexts(
    Object.entries(ANSWERS).map(([name, text]) => ({ name, exerciseId: "3.03", text })),
  );
});

const verdicts = (name: string): Record<string, string> =>
  Object.fromEntries(records.get(name)?.measures.map(({ kind, verdict }) => [kind, verdict]) ?? []);
const values = (name: string): Record<string, number | null> =>
  Object.fromEntries(records.get(name)?.measures.map(({ kind, value }) => [kind, value]) ?? []);

test("the reference answer touches each element as often as it says", () => {
  expect(values("reference")).toEqual({
    touches: 20 + 2 * 180 + 181,
    "cache-lines": expect.any(Number),
    bytes: 181 * 8,
    growth: expect.closeTo(1, 1),
  });
});

test("a right answer over a limit keeps the points of its tests", () => {
  const record = records.get("naive");
  expect(record?.verdict).toBe("over-limit");
  expect(verdicts("naive")).toEqual({
    touches: "over-limit",
    "cache-lines": "passed",
    bytes: "passed",
    growth: "over-limit",
  });
  expect(record?.points).toBe(5 + 1 + 1);
});

test("an answer that is wrong where it is measured earns nothing there", () => {
  expect(verdicts("wrong beyond 50 elements")).toMatchObject({
    touches: "failed",
    "cache-lines": "failed",
  });
  expect(verdicts("throws when traced")).toMatchObject({ touches: "failed", bytes: "failed" });
});

test("storage of the answer's own counts: lists that grow, and arrays that native methods make", () => {
  expect(verdicts("sums in a list")).toMatchObject({ bytes: "over-limit" });
  expect(values("a scratch array made by a native method")).toMatchObject({ bytes: 381 * 8 });
});

test("figures are the same a second time", async () => {
  const again = await gradeTexts([
    { name: "again", exerciseId: "3.03", text: ANSWERS["naive"] ?? "" },
  ]);
  expect(again.get("again")?.measures).toEqual(records.get("naive")?.measures);
});

test("the reference beats the naive loop on the clock, and the naive loop does not beat itself", async () => {
  const timed = await gradeTexts(
    [
      { name: "reference", exerciseId: "3.03", text: ANSWERS["reference"] ?? "" },
      { name: "naive", exerciseId: "3.03", text: naive },
    ],
    { timing: true },
  );
  const rows = [...timed.values()].map((record) =>
    record.measures.find(({ kind }) => kind === "speed-up"),
  );
  // On a machine too busy to tell, both say so.
  expect(["passed", "inconclusive"]).toContain(rows[0]?.verdict);
  expect(["over-limit", "inconclusive"]).toContain(rows[1]?.verdict);
  expect(rows[0]?.interval).toHaveLength(2);
});
