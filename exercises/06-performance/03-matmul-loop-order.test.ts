import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { matmul as byDefinition } from "./03-matmul-loop-order.naive.ts";
import { matmul } from "./03-matmul-loop-order.ts";

const square = (n: number): fc.Arbitrary<Float64Array> =>
  fc
    .array(fc.integer({ min: -9, max: 9 }), { minLength: n * n, maxLength: n * n })
    .map((values) => Float64Array.from(values));

/** Three matrices of one size, of whole numbers, so that no rounding blurs the laws. */
const three = fc.nat(6).chain((n) => fc.tuple(fc.constant(n), square(n), square(n), square(n)));

const transposed = (a: Float64Array, n: number): Float64Array =>
  a.map((_, at) => a[(at % n) * n + Math.floor(at / n)]!);
const identity = (n: number): Float64Array =>
  new Float64Array(n * n).map((_, at) => (at % (n + 1) === 0 ? 1 : 0));

describe("worked examples", () => {
  test("rows times columns", () => {
    expect(matmul(Float64Array.of(1, 2, 3, 4), Float64Array.of(5, 6, 7, 8), 2)).toEqual(
      Float64Array.of(19, 22, 43, 50),
    );
  });

  test("a matrix that swaps rows, from the left", () => {
    expect(matmul(Float64Array.of(0, 1, 1, 0), Float64Array.of(1, 2, 3, 4), 2)).toEqual(
      Float64Array.of(3, 4, 1, 2),
    );
  });

  test("the same from the right swaps columns", () => {
    expect(matmul(Float64Array.of(1, 2, 3, 4), Float64Array.of(0, 1, 1, 0), 2)).toEqual(
      Float64Array.of(2, 1, 4, 3),
    );
  });
});

describe("edge cases", () => {
  test("0 × 0 and 1 × 1", () => {
    expect(matmul(new Float64Array(0), new Float64Array(0), 0)).toEqual(new Float64Array(0));
    expect(matmul(Float64Array.of(6), Float64Array.of(7), 1)).toEqual(Float64Array.of(42));
  });

  test("0 times nan is nan: no product is left out", () => {
    expect(matmul(Float64Array.of(0), Float64Array.of(NaN), 1)).toEqual(Float64Array.of(NaN));
  });

  test("the inputs are left alone", () => {
    const a = Float64Array.of(1, 2, 3, 4);
    const b = Float64Array.of(5, 6, 7, 8);
    matmul(a, b, 2);
    expect([a, b]).toEqual([Float64Array.of(1, 2, 3, 4), Float64Array.of(5, 6, 7, 8)]);
  });
});

describe("laws", () => {
  test("every cell is what the definition says", () => {
    fc.assert(
      fc.property(three, ([n, a, b]) => {
        expect(matmul(a, b, n)).toEqual(byDefinition(a, b, n));
      }),
    );
  });

  test("the identity on either side changes nothing", () => {
    fc.assert(
      fc.property(three, ([n, a]) => {
        expect(matmul(identity(n), a, n)).toEqual(a);
        expect(matmul(a, identity(n), n)).toEqual(a);
      }),
    );
  });

  test("(AB)C = A(BC)", () => {
    fc.assert(
      fc.property(three, ([n, a, b, c]) => {
        expect(matmul(matmul(a, b, n), c, n)).toEqual(matmul(a, matmul(b, c, n), n));
      }),
    );
  });

  test("(AB)ᵀ = BᵀAᵀ", () => {
    fc.assert(
      fc.property(three, ([n, a, b]) => {
        expect(transposed(matmul(a, b, n), n)).toEqual(
          matmul(transposed(b, n), transposed(a, n), n),
        );
      }),
    );
  });
});
