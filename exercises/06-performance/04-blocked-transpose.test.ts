import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { transpose as byLoops } from "./04-blocked-transpose.naive.ts";
import { transpose } from "./04-blocked-transpose.ts";

/** Sizes below, at, and just above the usual tiles. */
const size = fc.oneof(fc.nat(6), fc.constantFrom(7, 8, 9, 15, 16, 17, 31, 32, 33, 65));
/** Every number of the matrix is different, so a lost or doubled one shows. */
const numbered = (n: number): Float64Array => Float64Array.from({ length: n * n }, (_, i) => i);

describe("worked examples", () => {
  test("2 × 2", () => {
    expect(transpose(Float64Array.of(1, 2, 3, 4), 2)).toEqual(Float64Array.of(1, 3, 2, 4));
  });

  test("3 × 3", () => {
    expect(transpose(Float64Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9), 3)).toEqual(
      Float64Array.of(1, 4, 7, 2, 5, 8, 3, 6, 9),
    );
  });

  test("1 × 1 and 0 × 0", () => {
    expect(transpose(Float64Array.of(7), 1)).toEqual(Float64Array.of(7));
    expect(transpose(new Float64Array(0), 0)).toEqual(new Float64Array(0));
  });
});

describe("laws", () => {
  test("every number goes where the naive loops put it, also where tiles do not fit", () => {
    fc.assert(
      fc.property(size, (n) => {
        expect(transpose(numbered(n), n)).toEqual(byLoops(numbered(n), n));
      }),
    );
  });

  test("twice is the matrix itself", () => {
    fc.assert(
      fc.property(size, (n) => {
        expect(transpose(transpose(numbered(n), n), n)).toEqual(numbered(n));
      }),
    );
  });

  test("the result is fresh, and the matrix is left alone", () => {
    fc.assert(
      fc.property(size, (n) => {
        const a = numbered(n);
        expect(transpose(a, n)).not.toBe(a);
        expect(a).toEqual(numbered(n));
      }),
    );
  });
});
