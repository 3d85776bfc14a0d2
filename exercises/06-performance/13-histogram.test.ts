import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { histogram as byBins } from "./13-histogram.naive.ts";
import { histogram } from "./13-histogram.ts";

/** Numbers on and between the edges, below and above the range, nan and infinities. */
const numbers = fc
  .array(
    fc.oneof(
      { weight: 8, arbitrary: fc.integer({ min: -40, max: 80 }).map((n) => n / 8) },
      fc.constantFrom(NaN, Infinity, -Infinity, -0),
    ),
    { maxLength: 30 },
  )
  .map((list) => Float64Array.from(list));
const bins = fc.tuple(
  fc.constantFrom(1, 2, 4, 8),
  fc.integer({ min: -4, max: 4 }),
  fc.constantFrom(1, 2, 4),
);

describe("worked examples", () => {
  test("two bins from 0 to 4", () => {
    expect(histogram(Float64Array.of(0, 1, 1, 3, 4), 2, 0, 4)).toEqual(Int32Array.of(3, 2));
  });

  test("a number on an edge belongs to the bin that begins there", () => {
    expect(histogram(Float64Array.of(1, 2), 3, 0, 3)).toEqual(Int32Array.of(0, 1, 1));
  });

  test("bins may lie below 0", () => {
    expect(histogram(Float64Array.of(-3, -1.5, -0.5), 2, -4, 0)).toEqual(Int32Array.of(1, 2));
  });
});

describe("edge cases", () => {
  test("the upper end belongs to the last bin", () => {
    expect(histogram(Float64Array.of(4, 4), 4, 0, 4)).toEqual(Int32Array.of(0, 0, 0, 2));
  });

  test("what lies outside is not counted, however near", () => {
    expect(histogram(Float64Array.of(-0.001, 4.001, -9, 99), 4, 0, 4)).toEqual(
      Int32Array.of(0, 0, 0, 0),
    );
  });

  test("nan and infinity are not counted", () => {
    expect(histogram(Float64Array.of(NaN, Infinity, -Infinity, 1), 1, 0, 4)).toEqual(
      Int32Array.of(1),
    );
  });

  test("no numbers: all bins are empty", () => {
    expect(histogram(new Float64Array(0), 3, 0, 3)).toEqual(Int32Array.of(0, 0, 0));
  });
});

describe("laws", () => {
  test("every bin counts what the naive loops count", () => {
    fc.assert(
      fc.property(numbers, bins, (x, [k, low, width]) => {
        expect(histogram(x, k, low, low + k * width)).toEqual(byBins(x, k, low, low + k * width));
      }),
    );
  });

  test("the order of the numbers does not matter", () => {
    fc.assert(
      fc.property(numbers, bins, (x, [k, low, width]) => {
        expect(histogram(x.toReversed(), k, low, low + k * width)).toEqual(
          histogram(x, k, low, low + k * width),
        );
      }),
    );
  });

  test("the counts add up to the numbers within the range", () => {
    fc.assert(
      fc.property(numbers, bins, (x, [k, low, width]) => {
        const inside = x.filter((v) => v >= low && v <= low + k * width).length;
        expect(histogram(x, k, low, low + k * width).reduce((sum, n) => sum + n, 0)).toBe(inside);
      }),
    );
  });
});
