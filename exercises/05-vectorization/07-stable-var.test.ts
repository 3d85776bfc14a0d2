import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { variance } from "./07-stable-var.ts";

/** Whole numbers: their sums are exact, so the laws can be as well. */
const numbers = fc
  .array(fc.integer({ min: -1000, max: 1000 }), { minLength: 2, maxLength: 40 })
  .map((list) => Float64Array.from(list));

describe("worked examples", () => {
  test("1 and 3 are each 1 away from their mean", () => {
    expect(variance(Float64Array.of(1, 3), 0)).toBe(1);
  });

  test("2, 4, 4, 4, 5, 5, 7, 9 has variance 4", () => {
    expect(variance(Float64Array.of(2, 4, 4, 4, 5, 5, 7, 9), 0)).toBe(4);
  });

  test("with ddof 1 the divisor is n - 1", () => {
    expect(variance(Float64Array.of(1, 3), 1)).toBe(2);
  });
});

describe("edge cases", () => {
  test("a single number does not vary", () => {
    expect(variance(Float64Array.of(5), 0)).toBe(0);
  });

  test("one number says nothing about a sample's variance", () => {
    expect(variance(Float64Array.of(5), 1)).toBeNaN();
  });

  test("no numbers have no variance", () => {
    expect(variance(new Float64Array(0), 0)).toBeNaN();
  });

  test("neither 0 nor a number below it is a divisor", () => {
    expect(variance(Float64Array.of(1, 2), 2)).toBeNaN();
    expect(variance(Float64Array.of(1, 2), 3)).toBeNaN();
  });

  test("nan in, nan out", () => {
    expect(variance(Float64Array.of(1, NaN), 0)).toBeNaN();
  });
});

describe("laws", () => {
  test("it is never negative, and 0 for equal numbers", () => {
    fc.assert(
      fc.property(numbers, fc.integer({ min: -1000, max: 1000 }), (x, c) => {
        expect(variance(x, 0)).toBeGreaterThanOrEqual(0);
        expect(
          variance(
            x.map(() => c),
            0,
          ),
        ).toBe(0);
      }),
    );
  });

  test("a small shift changes nothing", () => {
    fc.assert(
      fc.property(numbers, fc.integer({ min: -1000, max: 1000 }), (x, c) => {
        const moved = variance(
          x.map((v) => v + c),
          0,
        );
        expect(Math.abs(moved - variance(x, 0))).toBeLessThanOrEqual(1e-6 * (1 + moved));
      }),
    );
  });

  test("doubled numbers vary four times as much", () => {
    fc.assert(
      fc.property(numbers, fc.constantFrom(0, 1), (x, ddof) => {
        expect(
          variance(
            x.map((v) => 2 * v),
            ddof,
          ),
        ).toBeCloseTo(4 * variance(x, ddof), 6);
      }),
    );
  });

  test("it is half the mean squared distance of all pairs", () => {
    fc.assert(
      fc.property(numbers, (x) => {
        let sum = 0;
        for (const p of x) for (const q of x) sum += (p - q) ** 2;
        expect(variance(x, 0)).toBeCloseTo(sum / (2 * x.length ** 2), 5);
      }),
    );
  });

  test("the numbers are left alone", () => {
    fc.assert(
      fc.property(numbers, (x) => {
        const before = x.slice();
        variance(x, 0);
        expect(x).toEqual(before);
      }),
    );
  });
});
