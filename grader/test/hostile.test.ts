import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ExerciseRecord } from "../src/judge/record.ts";
import { sandboxFault } from "../src/sandbox/launch.ts";
import { gradeTexts } from "./fixture.ts";
import { type Canaries, hostileSubmissions, setCanaries } from "./hostile.ts";

// The default isolation; DEEP_DIVE_TEST_ISOLATION=sandbox puts the whole corpus into the other one.
const isolation = process.env["DEEP_DIVE_TEST_ISOLATION"] === "sandbox" ? "sandbox" : "process";
const fault = isolation === "sandbox" ? sandboxFault() : null;
if (fault !== null) throw new Error(fault);

const canaries: Canaries = await setCanaries();
const corpus = hostileSubmissions(canaries);
let records: Map<string, ExerciseRecord>;

beforeAll(async () => {
  records = await gradeTexts(corpus, { isolation });
}, 1_800_000);

afterAll(() => canaries.close());

describe(`isolation ${isolation}: each hostile submission gets its verdict`, () => {
  test.each(corpus.map((one) => [one.name, one.idea, one] as const))(
    "%s: %s",
    (name, _, { expected }) => {
      const record = records.get(name);
      expect(expected, record?.message ?? JSON.stringify(record?.tests[0] ?? record)).toContain(
        record?.verdict,
      );
    },
  );
});

test("the corpus holds at least sixty ideas", () => {
  expect(corpus.length).toBeGreaterThanOrEqual(60);
});

test("no hostile submission gets all points, and none that fails a test gets any", () => {
  for (const [name, record] of records) {
    expect(record.points, name).toBeLessThan(record.maxPoints);
    if (record.tests.length === 0 || record.tests.some(({ verdict }) => verdict !== "passed"))
      expect(record.points, name).toBe(0);
  }
});

test("nothing that was secret shows in any record", () => {
  expect(JSON.stringify([...records.values()])).not.toContain(canaries.secret);
});

test("nothing was written and nobody was called", () => {
  expect(canaries.tripped()).toEqual([]);
});

test("a right answer graded beside them still passes", async () => {
  const right = await gradeTexts(
    [
      {
        name: "right",
        exerciseId: "3.01",
        text: "export const addOne = (n: number): number => n + 1;\n",
      },
    ],
    { isolation },
  );
  expect(right.get("right")?.verdict).toBe("passed");
});
