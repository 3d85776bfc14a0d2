import * as np from "@deep-dive/ndarray";
import { arrays } from "@deep-dive/ndarray/testing";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sumOfSquares } from "./10-fast-path.ts";

const anyLayout = arrays({ dtype: "float64" });
const flat = (a: np.NDArray): number[] => [a.tolist()].flat(Infinity) as number[];

describe("worked examples", () => {
  test("1 + 4 + 9 + 16 = 30", () => {
    expect(
      sumOfSquares(
        np.asarray([
          [1, 2],
          [3, 4],
        ]),
      ),
    ).toBe(30);
  });

  test("every second element only: 1 + 9 = 10", () => {
    expect(sumOfSquares(np.asarray([1, 2, 3, 4]).get("::2"))).toBe(10);
  });

  test("a row repeated three times counts three times", () => {
    expect(sumOfSquares(np.broadcast_to(np.asarray([1, 2]), [3, 2]))).toBe(15);
  });
});

describe("edge cases", () => {
  test("a 0-d array, and an empty one", () => {
    expect(sumOfSquares(np.asarray(-3))).toBe(9);
    expect(sumOfSquares(np.zeros([3, 0]))).toBe(0);
  });

  test("a part of a larger array: what lies around it does not count", () => {
    const whole = np.asarray([
      [9, 9, 9, 9],
      [9, 1, 2, 9],
      [9, 3, 4, 9],
    ]);
    expect(sumOfSquares(whole.get("1:", "1:3"))).toBe(30);
    expect(sumOfSquares(whole.get("1:"))).toBe(354);
  });

  test("Fortran order, and a transposed slice of it", () => {
    const f = np.asarray(
      [
        [1, 2, 3],
        [4, 5, 6],
      ],
      { order: "F" },
    );
    expect(sumOfSquares(f)).toBe(91);
    expect(sumOfSquares(f.T.get("1:"))).toBe(4 + 9 + 25 + 36);
  });
});

describe("laws", () => {
  test("the sum is that of all elements, in every layout", () => {
    fc.assert(
      fc.property(anyLayout, (a) => {
        expect(sumOfSquares(a)).toBe(flat(a).reduce((sum, v) => sum + v * v, 0));
      }),
    );
  });

  test("transposing and reversing do not change it", () => {
    fc.assert(
      fc.property(anyLayout, (a) => {
        expect(sumOfSquares(a.T)).toBe(sumOfSquares(a));
        expect(sumOfSquares(a.get(...a.shape.map(() => "::-1")))).toBe(sumOfSquares(a));
      }),
    );
  });

  test("the array is left alone", () => {
    fc.assert(
      fc.property(anyLayout, (a) => {
        const before = a.tolist();
        sumOfSquares(a);
        expect(a.tolist()).toEqual(before);
      }),
    );
  });
});
