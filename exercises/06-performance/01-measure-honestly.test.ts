import { describe, expect, test } from "vitest";
import { trial, trials } from "./01-measure-honestly.harness.ts";
import { compare } from "./01-measure-honestly.ts";

/** How many of the intervals hold the true ratio. */
const holding = (all: readonly { low: number; high: number }[], truth: number): number =>
  all.filter(({ low, high }) => low <= truth && truth <= high).length;

describe("worked examples", () => {
  test("something twice as slow is about twice as slow", () => {
    const { ratio } = trial(compare, 1, 2);
    expect(ratio).toBeGreaterThan(1.8);
    expect(ratio).toBeLessThan(2.2);
  });

  test("something twice as fast has a ratio of about a half", () => {
    const { ratio } = trial(compare, 2, 0.5);
    expect(ratio).toBeGreaterThan(0.45);
    expect(ratio).toBeLessThan(0.55);
  });

  test("the ratio lies within its own interval", () => {
    const { ratio, low, high } = trial(compare, 3, 1.2);
    expect(low).toBeLessThanOrEqual(ratio);
    expect(ratio).toBeLessThanOrEqual(high);
  });
});

describe("honesty", () => {
  test("of 60 comparisons of a thing with itself, at least 54 say that 1 is possible", () => {
    expect(holding(trials(compare, 11, 1, 60), 1)).toBeGreaterThanOrEqual(54);
  });

  test("of 60 comparisons with a true ratio of 1.3, at least 54 hold it", () => {
    expect(holding(trials(compare, 12, 1.3, 60), 1.3)).toBeGreaterThanOrEqual(54);
  });

  test("a true ratio of 1.3 is told from 1 every time", () => {
    expect(trials(compare, 13, 1.3, 60).filter(({ low }) => low <= 1)).toEqual([]);
  });

  test("no interval is wider than a fifth", () => {
    const wide = trials(compare, 14, 1, 60).filter(({ low, high }) => !(high / low <= 1.2));
    expect(wide).toEqual([]);
  });

  test("the order of the two makes no difference: a to b is the inverse of b to a", () => {
    const median = (list: number[]): number =>
      list.sort((p, q) => p - q)[Math.floor(list.length / 2)]!;
    const forth = median(trials(compare, 15, 1.5, 30).map(({ ratio }) => ratio));
    const back = median(trials(compare, 16, 1 / 1.5, 30).map(({ ratio }) => ratio));
    expect(Math.abs(forth * back - 1), "how far their product is from 1").toBeLessThan(0.03);
  });

  test("who goes first changes: on average neither of the two is called later than the other", () => {
    const { delay } = trial(compare, 18, 1);
    expect(Math.abs(delay), "how much later one of them is called, in turns").toBeLessThan(0.2);
  });

  test("measuring ends within twelve simulated seconds", () => {
    expect(
      Math.max(...trials(compare, 17, 2, 10).map(({ spentMs }) => spentMs)),
    ).toBeLessThanOrEqual(12_000);
  });
});
