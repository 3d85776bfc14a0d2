import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { pairwiseSum } from "./08-pairwise-sum.ts";

/** Whole numbers, whose sums are exact in every order; lengths around the sizes where blocks begin and end. */
const whole = fc
  .oneof(fc.nat(20), fc.constantFrom(127, 128, 129, 255, 256, 257, 1000, 1023, 1025))
  .chain((n) => fc.array(fc.integer({ min: -99, max: 99 }), { minLength: n, maxLength: n }))
  .map((list) => Float64Array.from(list));

const plainSum = (x: Float64Array): number => x.reduce((sum, v) => sum + v, 0);

describe("worked examples", () => {
  test("1 + 2 + 3 = 6", () => {
    expect(pairwiseSum(Float64Array.of(1, 2, 3))).toBe(6);
  });

  test("1 to 1000", () => {
    expect(pairwiseSum(Float64Array.from({ length: 1000 }, (_, i) => i + 1))).toBe(500_500);
  });

  test("a thousand thirds are 333.333… to ten digits", () => {
    expect(Math.abs(pairwiseSum(new Float64Array(1000).fill(1 / 3)) - 1000 / 3)).toBeLessThan(1e-8);
  });
});

describe("edge cases", () => {
  test("no numbers sum to 0", () => {
    expect(pairwiseSum(new Float64Array(0))).toBe(0);
  });

  test("one number is its own sum", () => {
    expect(pairwiseSum(Float64Array.of(-2.5))).toBe(-2.5);
  });

  test("nan and infinity come through", () => {
    expect(pairwiseSum(Float64Array.of(1, NaN, 2))).toBeNaN();
    expect(pairwiseSum(Float64Array.of(1, Infinity))).toBe(Infinity);
    expect(pairwiseSum(Float64Array.of(Infinity, -Infinity))).toBeNaN();
  });
});

describe("laws", () => {
  test("whole numbers sum exactly, whatever the length", () => {
    fc.assert(
      fc.property(whole, (x) => {
        expect(pairwiseSum(x)).toBe(plainSum(x));
      }),
    );
  });

  test("the order does not matter for whole numbers", () => {
    fc.assert(
      fc.property(whole, (x) => {
        expect(pairwiseSum(x.toReversed())).toBe(pairwiseSum(x));
      }),
    );
  });

  test("the numbers are left alone", () => {
    fc.assert(
      fc.property(whole, (x) => {
        const before = x.slice();
        pairwiseSum(x);
        expect(x).toEqual(before);
      }),
    );
  });
});
