import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { movingAverage as byWindows } from "./12-moving-average.naive.ts";
import { movingAverage } from "./12-moving-average.ts";

/** Whole numbers: their sums are exact in any order. */
const signal = fc
  .array(fc.integer({ min: -1000, max: 1000 }), { maxLength: 40 })
  .map((list) => Float64Array.from(list));
const window = fc.integer({ min: 1, max: 12 });

describe("worked examples", () => {
  test("neighbours in pairs", () => {
    expect(movingAverage(Float64Array.of(1, 3, 5, 7), 2)).toEqual(Float64Array.of(2, 4, 6));
  });

  test("a window of three over a step", () => {
    expect(movingAverage(Float64Array.of(0, 0, 0, 3, 3, 3), 3)).toEqual(
      Float64Array.of(0, 1, 2, 3),
    );
  });

  test("a window of one is the signal", () => {
    expect(movingAverage(Float64Array.of(4, -1, 2), 1)).toEqual(Float64Array.of(4, -1, 2));
  });
});

describe("edge cases", () => {
  test("a window as long as the signal gives one mean", () => {
    expect(movingAverage(Float64Array.of(1, 2, 3, 6), 4)).toEqual(Float64Array.of(3));
  });

  test("a longer window gives none, and so does no signal", () => {
    expect(movingAverage(Float64Array.of(1, 2), 3)).toEqual(new Float64Array(0));
    expect(movingAverage(new Float64Array(0), 1)).toEqual(new Float64Array(0));
  });

  test("the signal is left alone", () => {
    const x = Float64Array.of(1, 3, 5);
    movingAverage(x, 2);
    expect(x).toEqual(Float64Array.of(1, 3, 5));
  });
});

describe("laws", () => {
  test("every mean is that of its window", () => {
    fc.assert(
      fc.property(signal, window, (x, w) => {
        expect(movingAverage(x, w)).toEqual(byWindows(x, w));
      }),
    );
  });

  test("a reversed signal has the reversed means", () => {
    fc.assert(
      fc.property(signal, window, (x, w) => {
        expect(movingAverage(x.toReversed(), w)).toEqual(movingAverage(x, w).reverse());
      }),
    );
  });

  test("raising the signal raises every mean", () => {
    fc.assert(
      fc.property(
        signal,
        fc.constantFrom(1, 2, 4, 8),
        fc.integer({ min: -99, max: 99 }),
        (x, w, c) => {
          expect(
            movingAverage(
              x.map((v) => v + c),
              w,
            ),
          ).toEqual(movingAverage(x, w).map((v) => v + c));
        },
      ),
    );
  });
});
