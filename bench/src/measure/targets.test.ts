import { expect, test } from "vitest";
import type { Result } from "./run.ts";
import { type Target, checkTargets } from "./targets.ts";

function result(op: string, suite: string, n: number, ours: number, numpy: number): Result {
  return { op, suite, dtype: "float64", n, samples: { ours: [ours], NumPy: [numpy] }, wrong: [] };
}

const RESULTS = [result("sort(a)", "sorting", 10, 4, 1), result("a + b", "elementwise", 10, 1, 4)];
const target = (over: "mean" | "each", atLeast: number, where?: Target["where"]): Target => ({
  name: "t",
  subject: "ours",
  other: "NumPy",
  over,
  atLeast,
  ...(where === undefined ? {} : { where }),
});

test("a mean is geometric: four times and a quarter make one", () => {
  const [outcome] = checkTargets([target("mean", 1)], RESULTS);
  expect(outcome!.figure).toBeCloseTo(1);
  expect(checkTargets([target("mean", 1.01)], RESULTS)[0]!.isMet).toBe(false);
});

test("each: the worst case decides, and is named", () => {
  const [outcome] = checkTargets([target("each", 0.4)], RESULTS);
  expect(outcome).toMatchObject({ figure: 0.25, isMet: false, worst: "sort(a) float64 n=10" });
});

test("a target looks only at the cases that match it", () => {
  const where = { exceptSuites: ["sorting"] };
  expect(checkTargets([target("each", 0.4, where)], RESULTS)[0]!.isMet).toBe(true);
});

test("a target nobody was measured for is neither met nor missed: it has no figure", () => {
  const [outcome] = checkTargets([target("mean", 1, { n: [7] })], RESULTS);
  expect(outcome).toMatchObject({ figure: null, isMet: true });
});
