import * as np from "@deep-dive/ndarray";
import { arrays, shapes } from "@deep-dive/ndarray/testing";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cumsum, diff } from "./09-cumsum-diff.ts";

/** An array in any layout, and one of its axes. */
const withAxis = shapes({ minDims: 1 }).chain((shape) =>
  fc.tuple(
    arrays({ dtype: "float64", shape }),
    fc.integer({ min: -shape.length, max: shape.length - 1 }),
  ),
);

describe("worked examples", () => {
  test("1, 2, 3 add up to 1, 3, 6", () => {
    expect(cumsum(np.asarray([1, 2, 3]), 0).tolist()).toEqual([1, 3, 6]);
  });

  test("down the columns, and along the rows", () => {
    const a = np.asarray([
      [1, 2],
      [3, 4],
    ]);
    expect(cumsum(a, 0).tolist()).toEqual([
      [1, 2],
      [4, 6],
    ]);
    expect(cumsum(a, 1).tolist()).toEqual([
      [1, 3],
      [3, 7],
    ]);
  });

  test("squares are odd numbers apart", () => {
    expect(diff(np.asarray([1, 4, 9, 16]), 0).tolist()).toEqual([3, 5, 7]);
  });
});

describe("edge cases", () => {
  test("a single element: its own sum, and no difference", () => {
    expect(cumsum(np.asarray([5]), 0).tolist()).toEqual([5]);
    expect(diff(np.asarray([5]), 0).tolist()).toEqual([]);
  });

  test("an empty axis stays empty", () => {
    expect([...cumsum(np.zeros([2, 0]), 1).shape]).toEqual([2, 0]);
    expect([...diff(np.zeros([2, 0]), 1).shape]).toEqual([2, 0]);
  });

  test("a negative axis counts from the end", () => {
    expect(
      diff(
        np.asarray([
          [1, 2],
          [5, 7],
        ]),
        -2,
      ).tolist(),
    ).toEqual([[4, 5]]);
    expect(
      cumsum(
        np.asarray([
          [1, 2],
          [5, 7],
        ]),
        -1,
      ).tolist(),
    ).toEqual([
      [1, 3],
      [5, 12],
    ]);
  });

  test("an axis that does not exist is an AxisError", () => {
    expect(() => cumsum(np.zeros([2]), 1)).toThrow(
      "axis 1 is out of bounds for array of dimension 1",
    );
    expect(() => diff(np.zeros([2]), -2)).toThrow(np.AxisError);
  });

  test("the array is left alone", () => {
    const a = np.asarray([1, 2, 3]);
    cumsum(a, 0);
    diff(a, 0);
    expect(a.tolist()).toEqual([1, 2, 3]);
  });
});

describe("laws", () => {
  test("both are NumPy's, along any axis and in every layout", () => {
    fc.assert(
      fc.property(withAxis, ([a, axis]) => {
        expect(cumsum(a, axis).tolist()).toEqual(np.cumsum(a, { axis }).tolist());
        const expected = np.diff(a, { axis });
        expect([...diff(a, axis).shape]).toEqual([...expected.shape]);
        expect(diff(a, axis).tolist()).toEqual(expected.tolist());
      }),
    );
  });

  test("the differences of the running sums are the numbers, without the first", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -99, max: 99 }), { minLength: 1 }), (list) => {
        expect(diff(cumsum(np.asarray(list), 0), 0).tolist()).toEqual(list.slice(1));
      }),
    );
  });

  test("the result is fresh", () => {
    fc.assert(
      fc.property(withAxis, ([a, axis]) => {
        expect(np.shares_memory(cumsum(a, axis), a), "cumsum shares memory").toBe(false);
        expect(np.shares_memory(diff(a, axis), a), "diff shares memory").toBe(false);
      }),
    );
  });
});
