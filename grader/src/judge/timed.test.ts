import { expect, test } from "vitest";
import type { SpeedUpLimit } from "../course/topic.ts";
import { type SpeedUpFigures, judgeSpeedUp } from "./timed.ts";

const limit: SpeedUpLimit = {
  kind: "speed-up",
  points: 1,
  call: "f",
  naive: "g",
  input: () => [],
  limit: 3,
  reference: 9,
};
const figures = (
  ratio: readonly [number, number, number],
  noise = 1.05,
  slowdown = 1,
): SpeedUpFigures => ({
  ratio: { low: ratio[0], median: ratio[1], high: ratio[2] },
  self: { low: 1, median: Math.sqrt(noise), high: noise },
  slowdown,
  naiveMs: 10,
  rounds: 20,
});

test("wholly above the limit passes, wholly below is over the limit", () => {
  expect(judgeSpeedUp(limit, figures([4, 5, 6])).verdict).toBe("passed");
  expect(judgeSpeedUp(limit, figures([1, 1.1, 1.2])).verdict).toBe("over-limit");
});

test("steady times across the limit are no failure", () => {
  expect(judgeSpeedUp(limit, figures([2.8, 3, 3.2])).verdict).toBe("passed");
});

test("a naive loop that differs from itself makes the measure inconclusive, on either side", () => {
  for (const ratio of [
    [4, 5, 6],
    [1, 1.1, 1.2],
    [2, 3, 4],
  ] as const)
    expect(judgeSpeedUp(limit, figures(ratio, 4)).verdict).toBe("inconclusive");
});

test("an answer whose own times scatter on a quiet machine is over the limit", () => {
  expect(judgeSpeedUp(limit, figures([1, 3, 9])).verdict).toBe("over-limit");
});

test("ten times the reference is suspicious and earns nothing", () => {
  const judged = judgeSpeedUp(limit, figures([95, 100, 105]));
  expect(judged.verdict).toBe("over-limit");
  expect(judged.message).toContain("suspicious");
});
