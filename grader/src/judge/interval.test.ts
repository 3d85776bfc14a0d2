import fc from "fast-check";
import { expect, test } from "vitest";
import { slopeOf } from "./growth.ts";
import { intervalOf, medianOf } from "./interval.ts";

test("the median of an odd and an even number of values", () => {
  expect(medianOf([3, 1, 2])).toBe(2);
  expect(medianOf([4, 1, 2, 3])).toBe(2.5);
});

test("an interval holds its median, is the same every time, and lies within the samples", () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0.1, max: 10, noNaN: true }), { minLength: 3, maxLength: 30 }),
      (samples) => {
        const { median, low, high } = intervalOf(samples);
        expect(low <= median && median <= high).toBe(true);
        expect(low >= Math.min(...samples) && high <= Math.max(...samples)).toBe(true);
        expect(intervalOf(samples)).toEqual({ median, low, high });
      },
    ),
  );
});

test("n squared grows with exponent 2, whatever the factor", () => {
  const sizes = [10, 20, 40, 80, 160];
  expect(
    slopeOf(
      sizes,
      sizes.map((n) => 7 * n * n),
    ),
  ).toBeCloseTo(2, 10);
  expect(
    slopeOf(
      sizes,
      sizes.map(() => 5),
    ),
  ).toBeCloseTo(0, 10);
  expect(
    slopeOf(
      sizes,
      sizes.map(() => 0),
    ),
  ).toBeNaN();
});
