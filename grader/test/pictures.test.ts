/**
 * From a wrong answer to its picture, and from a traced one to its heat: through guest, judge and record.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { CellMark, Picture } from "../src/judge/picture.ts";
import type { ExerciseRecord } from "../src/judge/record.ts";
import { FIXTURE_ROOT, gradeTexts } from "./fixture.ts";

const solution = (file: string): string =>
  readFileSync(join(FIXTURE_ROOT, "solutions/03-fixture", file), "utf8");

const pictureIn = (record: ExerciseRecord | undefined, test: string): Picture | undefined =>
  record?.tests.find(({ name }) => name.includes(test))?.picture;
const places = (picture: Picture | undefined, mark: CellMark): number[] =>
  (picture?.cells ?? []).flatMap((cell) => (cell.mark === mark ? [cell.offset] : []));

test("a wrong view is drawn beside the reference answer's, and a passed test is not drawn", async () => {
  const half = `import * as np from "@deep-dive/ndarray";
export function reversed(a: np.NDArray): np.NDArray {
  if (a.ndim === 0) throw new np.AxisError(0, 0);
  return a.get("1:");
}`;
  const records = await gradeTexts([
    { name: "half", exerciseId: "3.02", text: half },
    { name: "copies", exerciseId: "3.02", text: solution("02-reversed.wrong/copies.ts") },
    { name: "right", exerciseId: "3.02", text: solution("02-reversed.ts") },
  ]);
  const picture = pictureIn(records.get("half"), "opposite order");
  expect(picture).toMatchObject({ call: "reversed", counts: "bytes", columns: 3 });
  expect(places(picture, "picked")).toEqual([8, 16]);
  expect(places(picture, "missing")).toEqual([0]);
  expect(picture?.facts).toContainEqual({ name: "offset", value: "8", wanted: "16" });
  const copy = pictureIn(records.get("copies"), "is a view");
  expect(copy?.facts).toContainEqual({ name: "memory", value: "a copy", wanted: "a view" });
  for (const { verdict, picture: drawn } of records.get("right")?.tests ?? [])
    expect([verdict, drawn]).toEqual(["passed", undefined]);
});

test("a traced measure tells which cache lines were missed, and their sum is the figure", async () => {
  const text = solution("03-window-sums.ts");
  const records = await gradeTexts([{ name: "traced", exerciseId: "3.03", text }]);
  const measures = records.get("traced")?.measures ?? [];
  const cache = measures.find(({ kind }) => kind === "cache-lines");
  const missed = (cache?.heat ?? []).flatMap(({ misses }) => misses);
  expect(missed.length).toBeGreaterThan(0);
  expect(missed.reduce((sum, n) => sum + n, 0)).toBe(cache?.value);
  expect(measures.find(({ kind }) => kind === "bytes")).not.toHaveProperty("heat");
});
