import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { weightedSquares as inThreeLoops } from "./07-fuse-loops.naive.ts";
import { weightedSquares } from "./07-fuse-loops.ts";

const three = fc.nat(20).chain((n) => {
  const list = fc
    .array(fc.double(), { minLength: n, maxLength: n })
    .map((values) => Float64Array.from(values));
  return fc.tuple(list, list, list);
});

describe("worked examples", () => {
  test("(3 - 1)² · 10 = 40", () => {
    expect(weightedSquares(Float64Array.of(3), Float64Array.of(1), Float64Array.of(10))).toEqual(
      Float64Array.of(40),
    );
  });

  test("the weight is not squared", () => {
    expect(
      weightedSquares(Float64Array.of(5, 5), Float64Array.of(2, 4), Float64Array.of(2, -3)),
    ).toEqual(Float64Array.of(18, -3));
  });

  test("equal numbers have no difference, whatever the weight", () => {
    expect(weightedSquares(Float64Array.of(7), Float64Array.of(7), Float64Array.of(99))).toEqual(
      Float64Array.of(0),
    );
  });
});

describe("edge cases", () => {
  test("no numbers, no results", () => {
    const none = new Float64Array(0);
    expect(weightedSquares(none, none, none)).toEqual(none);
  });

  test("infinities make nan as they do in three loops", () => {
    expect(
      weightedSquares(Float64Array.of(Infinity), Float64Array.of(Infinity), Float64Array.of(1)),
    ).toEqual(Float64Array.of(NaN));
  });

  test("the inputs are left alone", () => {
    const [a, b, w] = [Float64Array.of(3), Float64Array.of(1), Float64Array.of(10)];
    weightedSquares(a, b, w);
    expect([a, b, w]).toEqual([Float64Array.of(3), Float64Array.of(1), Float64Array.of(10)]);
  });
});

describe("laws", () => {
  test("every number is that of three loops, to the last bit", () => {
    fc.assert(
      fc.property(three, ([a, b, w]) => {
        expect(weightedSquares(a, b, w)).toEqual(inThreeLoops(a, b, w));
      }),
    );
  });

  test("a and b may change places", () => {
    fc.assert(
      fc.property(three, ([a, b, w]) => {
        expect(weightedSquares(b, a, w)).toEqual(weightedSquares(a, b, w));
      }),
    );
  });
});
