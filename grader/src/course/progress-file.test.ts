import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import {
  NO_PROGRESS,
  progressOf,
  progressText,
  readProgress,
  withExercise,
} from "./progress-file.ts";

const folder = mkdtempSync(join(tmpdir(), "progress-"));
const file = join(folder, "progress.json");
afterAll(() => {
  rmSync(folder, { recursive: true });
});

test("what was written is read back", () => {
  const progress = {
    ...withExercise(withExercise(NO_PROGRESS, "3.07", { state: "passed" }), "1.02", { hints: 2 }),
    current: "3.08",
    seed: 7,
  };
  writeFileSync(file, progressText(progress));
  expect(readProgress(file)).toEqual(progress);
  expect(progressOf(progress, "1.02")).toEqual({ state: "pending", hints: 2 });
  expect(progressOf(progress, "toString")).toEqual({ state: "pending", hints: 0 });
});

test("no file is no progress", () => {
  expect(readProgress(join(folder, "none.json"))).toEqual(NO_PROGRESS);
});

test.each([
  "",
  "[]",
  "{}",
  '{"current":1,"exercises":{}}',
  '{"seed":-1,"current":null,"exercises":{}}',
  '{"current":null,"exercises":{"1.02":{"state":"done","hints":0}}}',
])("%j is refused with a way out", (text) => {
  writeFileSync(file, text);
  expect(() => readProgress(file)).toThrow(/delete it to begin anew/);
});
