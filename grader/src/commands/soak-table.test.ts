import { expect, test } from "vitest";
import type { ExerciseRecord } from "../judge/record.ts";
import { SoakTable } from "./soak-table.ts";

const TIMED = new Set(["speed"]);

/** As much of a record as the table looks at. */
function record(test: string, measure: string): ExerciseRecord {
  return {
    verdict: "passed",
    tests: [{ name: "t", verdict: test }],
    measures: [
      { kind: "speed-up", label: "speed", verdict: measure },
      { kind: "bytes", label: "bytes", verdict: "passed" },
    ],
  } as unknown as ExerciseRecord;
}

test("rows that always come out the same are counted, not listed", () => {
  const table = new SoakTable();
  for (let k = 0; k < 3; k++) table.add("1.01/a", record("passed", "passed"), TIMED);
  expect(table.changed).toEqual([]);
  expect(table.text()).toBe(
    `tests    0 of 1 rows changed, 0 of 3 gradings inconclusive (0.0 %)
counted  0 of 1 rows changed, 0 of 3 gradings inconclusive (0.0 %)
timed    0 of 1 rows changed, 0 of 3 gradings inconclusive (0.0 %)
`,
  );
});

test("an inconclusive clock is no change, another verdict is", () => {
  const table = new SoakTable();
  table.add("1.01/a", record("passed", "passed"), TIMED);
  table.add("1.01/a", record("passed", "inconclusive"), TIMED);
  expect(table.changed).toEqual([]);
  table.add("1.01/a", record("failed", "over-limit"), TIMED);
  expect(table.changed).toEqual(["1.01/a", "1.01/a speed-up: speed"]);
  expect(table.text()).toContain("      1  inconclusive\n      1  over-limit\n");
  expect(table.text()).toContain("1 of 3 gradings inconclusive (33.3 %)");
});
