import * as np from "@deep-dive/ndarray";
import { arrays } from "@deep-dive/ndarray/testing";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type UnaryName, unary } from "./03-ufunc-unary.ts";

const names = fc.constantFrom<UnaryName>("negative", "square", "sqrt");
const anyArray = arrays({ dtype: "float64", elements: "any" });

describe("worked examples", () => {
  test("squares of a matrix", () => {
    expect(
      unary(
        "square",
        np.asarray([
          [1, 2],
          [3, 4],
        ]),
      ).tolist(),
    ).toEqual([
      [1, 4],
      [9, 16],
    ]);
  });

  test("square roots of a list", () => {
    expect(unary("sqrt", np.asarray([0, 4, 9])).tolist()).toEqual([0, 2, 3]);
  });

  test("the negative of a transpose keeps the transpose's order", () => {
    expect(
      unary(
        "negative",
        np.asarray([
          [1, 2],
          [3, 4],
        ]).T,
      ).tolist(),
    ).toEqual([
      [-1, -3],
      [-2, -4],
    ]);
  });
});

describe("edge cases", () => {
  test("a 0-d array has one element", () => {
    const result = unary("square", np.asarray(3));
    expect(result.ndim, "axes").toBe(0);
    expect(result.item(), "the element").toBe(9);
  });

  test("an empty array stays empty, with its shape", () => {
    expect([...unary("square", np.zeros([2, 0, 3])).shape]).toEqual([2, 0, 3]);
  });

  test("every second element of a reversed array", () => {
    const a = np.asarray([0, 1, 2, 3, 4, 5]).get("::-2");
    expect(unary("square", a).tolist()).toEqual([25, 9, 1]);
  });

  test("a stretched array gives every cell its own element", () => {
    const result = unary("negative", np.broadcast_to(np.asarray([1, 2]), [2, 2]));
    result.set([0, 0], 9);
    expect(result.tolist()).toEqual([
      [9, -2],
      [-1, -2],
    ]);
  });

  test("the square root of a negative number is nan", () => {
    expect(unary("sqrt", np.asarray([-1])).item()).toBeNaN();
  });

  test("an unknown name is refused", () => {
    // A learner's function may be called from plain JavaScript.
    expect(() => unary("cube" as UnaryName, np.zeros([2]))).toThrow("no ufunc called cube");
  });
});

describe("laws", () => {
  test("the result is what NumPy's ufunc gives, in every layout", () => {
    fc.assert(
      fc.property(names, anyArray, (name, a) => {
        const result = unary(name, a);
        expect([...result.shape]).toEqual([...a.shape]);
        expect(result.tolist()).toEqual(np[name](a).tolist());
      }),
    );
  });

  test("the result is fresh, float64 and in C order", () => {
    fc.assert(
      fc.property(names, anyArray, (name, a) => {
        const result = unary(name, a);
        expect(result.flags.c_contiguous, "in C order").toBe(true);
        expect(result.dtype.name).toBe("float64");
        expect(np.shares_memory(result, a), "shares memory with the input").toBe(false);
      }),
    );
  });

  test("the negative of the negative is the array", () => {
    fc.assert(
      fc.property(anyArray, (a) => {
        expect(unary("negative", unary("negative", a)).tolist()).toEqual(a.tolist());
      }),
    );
  });
});
