import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { matmul as inThreeLoops } from "./05-tiled-matmul.naive.ts";
import { matmul } from "./05-tiled-matmul.ts";

/** Three tiles of 4, 6, 7, 8, 13 and 36 numbers a side fill them. */
const cache = fc.constantFrom(512, 1000, 1200, 1536, 4096, 32_768);
const size = fc.oneof(fc.nat(6), fc.constantFrom(7, 8, 9, 15, 16, 17, 33));
const square = (n: number): fc.Arbitrary<Float64Array> =>
  fc
    .array(fc.integer({ min: -9, max: 9 }), { minLength: n * n, maxLength: n * n })
    .map((values) => Float64Array.from(values));
const pair = size.chain((n) => fc.tuple(fc.constant(n), square(n), square(n), cache));

describe("worked examples", () => {
  test("rows times columns", () => {
    expect(matmul(Float64Array.of(1, 2, 3, 4), Float64Array.of(5, 6, 7, 8), 2, 4096)).toEqual(
      Float64Array.of(19, 22, 43, 50),
    );
  });

  test("a matrix of ones, 20 × 20: every cell is 20", () => {
    const ones = new Float64Array(400).fill(1);
    expect(matmul(ones, ones, 20, 4096)).toEqual(new Float64Array(400).fill(20));
  });

  test("0 × 0 and 1 × 1", () => {
    expect(matmul(new Float64Array(0), new Float64Array(0), 0, 4096)).toEqual(new Float64Array(0));
    expect(matmul(Float64Array.of(6), Float64Array.of(7), 1, 4096)).toEqual(Float64Array.of(42));
  });
});

describe("laws", () => {
  test("every cell is that of three plain loops, whatever size and cache", () => {
    fc.assert(
      fc.property(pair, ([n, a, b, bytes]) => {
        expect(matmul(a, b, n, bytes)).toEqual(inThreeLoops(a, b, n, bytes));
      }),
    );
  });

  test("the size of the cache changes nothing in the result", () => {
    fc.assert(
      fc.property(pair, ([n, a, b, bytes]) => {
        expect(matmul(a, b, n, bytes)).toEqual(matmul(a, b, n, 2 * bytes));
      }),
    );
  });

  test("the inputs are left alone", () => {
    fc.assert(
      fc.property(pair, ([n, a, b, bytes]) => {
        const before = [a.slice(), b.slice()];
        matmul(a, b, n, bytes);
        expect([a, b]).toEqual(before);
      }),
    );
  });
});
