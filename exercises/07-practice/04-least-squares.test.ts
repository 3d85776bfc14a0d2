import * as np from "@deep-dive/ndarray";
import { arrays, assertClose } from "@deep-dive/ndarray/testing";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fitPolynomial, leastSquares } from "./04-least-squares.ts";

/** Matrices with independent columns: a triangle with a strong diagonal on top, anything below. */
const system = fc
  .integer({ min: 1, max: 4 })
  .chain((n) =>
    fc
      .tuple(
        arrays({ dtype: "float64", shape: [n + 3, n] }),
        arrays({ dtype: "float64", shape: [n + 3] }),
        arrays({ dtype: "float64", shape: [n] }),
      )
      .map(([noise, b, x]) => [np.add(noise, np.multiply(np.eye(n + 3, n), 50)), b, x] as const),
  );

describe("worked examples", () => {
  test("three points on a line: 1 + 2t", () => {
    assertClose(
      leastSquares(
        np.asarray([
          [1, 0],
          [1, 1],
          [1, 2],
        ]),
        np.asarray([1, 3, 5]),
      ),
      [1, 2],
      { atol: 1e-12 },
    );
  });

  test("the constant that fits best is the mean", () => {
    assertClose(leastSquares(np.ones([4, 1]), np.asarray([1, 2, 3, 10])), [4], { atol: 1e-12 });
  });

  test("a parabola through (-1, 1), (0, 0), (1, 1)", () => {
    assertClose(fitPolynomial(np.asarray([-1, 0, 1]), np.asarray([1, 0, 1]), 2), [0, 0, 1], {
      atol: 1e-12,
    });
  });
});

describe("edge cases", () => {
  test("as many unknowns as measurements: an exact solution", () => {
    assertClose(
      leastSquares(
        np.asarray([
          [2, 0],
          [0, 4],
        ]),
        np.asarray([2, 2]),
      ),
      [1, 0.5],
      { atol: 1e-12 },
    );
  });

  test("columns that are alike are refused", () => {
    expect(() =>
      leastSquares(
        np.asarray([
          [1, 2],
          [2, 4],
          [3, 6],
        ]),
        np.ones([3]),
      ),
    ).toThrow("columns are not independent");
    expect(() =>
      leastSquares(
        np.asarray([
          [1, 0],
          [2, 0],
          [3, 0],
        ]),
        np.ones([3]),
      ),
    ).toThrow(np.LinAlgError);
    expect(() => leastSquares(np.zeros([3, 1]), np.ones([3]))).toThrow(np.LinAlgError);
  });

  test("a polynomial of degree 0 is the mean", () => {
    assertClose(fitPolynomial(np.asarray([5, 6, 7]), np.asarray([1, 2, 6]), 0), [3], {
      atol: 1e-12,
    });
  });

  test("0⁰ is 1: the point t = 0 belongs to the fit", () => {
    assertClose(fitPolynomial(np.asarray([0, 1]), np.asarray([7, 9]), 1), [7, 2], { atol: 1e-12 });
  });

  test("the result has one axis, and the inputs are left alone", () => {
    const [a, b] = [
      np.asarray([
        [1, 0],
        [1, 1],
        [1, 2],
      ]),
      np.asarray([1, 3, 5]),
    ];
    expect([...leastSquares(a, b).shape]).toEqual([2]);
    expect([a.tolist(), b.tolist()]).toEqual([
      [
        [1, 0],
        [1, 1],
        [1, 2],
      ],
      [1, 3, 5],
    ]);
  });
});

describe("laws", () => {
  test("planted coefficients are found, in every layout", () => {
    fc.assert(
      fc.property(system, ([a, , x]) => {
        assertClose(leastSquares(a, np.matmul(a, x)), x, { atol: 1e-8 });
      }),
    );
  });

  test("what is left over is perpendicular to every column", () => {
    fc.assert(
      fc.property(system, ([a, b]) => {
        const rest = np.subtract(b, np.matmul(a, leastSquares(a, b)));
        assertClose(np.matmul(a.T, rest), np.zeros([a.shape[1]!]), { atol: 1e-8 });
      }),
    );
  });

  test("no other coefficients do better", () => {
    fc.assert(
      fc.property(system, ([a, b, other]) => {
        const error = (x: np.NDArray): number =>
          np.sum(np.square(np.subtract(b, np.matmul(a, x)))) as number;
        expect(error(leastSquares(a, b))).toBeLessThanOrEqual(error(other) + 1e-8);
      }),
    );
  });
});
