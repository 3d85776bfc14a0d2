import * as np from "@deep-dive/ndarray";
import { arrays, shapes } from "@deep-dive/ndarray/testing";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { argmaxAxis, sumAxes } from "./06-reduce-axes.ts";

/** An array in any layout, and some of its axes, written from either end. */
const withAxes = arrays({ dtype: "float64" }).chain((a) =>
  fc.tuple(
    fc.constant(a),
    fc
      .subarray([...a.shape.keys()])
      .chain((axes) =>
        fc
          .tuple(...axes.map((k) => fc.constantFrom(k, k - a.ndim)))
          .map((list) => list as number[]),
      ),
  ),
);
const withAxis = shapes({ minDims: 1, minSide: 1 }).chain((shape) =>
  fc.tuple(
    arrays({ dtype: "float64", shape }),
    fc.integer({ min: -shape.length, max: shape.length - 1 }),
  ),
);

describe("worked examples", () => {
  test("down the columns, and along the rows", () => {
    const a = np.asarray([
      [1, 2],
      [3, 4],
    ]);
    expect(sumAxes(a, [0], false).tolist()).toEqual([4, 6]);
    expect(sumAxes(a, [1], false).tolist()).toEqual([3, 7]);
  });

  test("keepdims leaves a 1, so that rows can be divided by their sums", () => {
    const a = np.asarray([
      [1, 2],
      [3, 4],
    ]);
    expect(sumAxes(a, [1], true).tolist()).toEqual([[3], [7]]);
  });

  test("the first of equals is the largest", () => {
    expect(
      argmaxAxis(
        np.asarray([
          [1, 5, 5],
          [7, 0, 7],
        ]),
        1,
      ).tolist(),
    ).toEqual([1, 0]);
  });
});

describe("edge cases", () => {
  test("null sums everything, and [] nothing", () => {
    const a = np.asarray([
      [1, 2],
      [3, 4],
    ]);
    expect(sumAxes(a, null, false).tolist()).toBe(10);
    expect(sumAxes(a, null, true).tolist()).toEqual([[10]]);
    expect(sumAxes(a, [], false).tolist()).toEqual([
      [1, 2],
      [3, 4],
    ]);
  });

  test("the sum of nothing is 0", () => {
    expect(sumAxes(np.zeros([2, 0]), [1], false).tolist()).toEqual([0, 0]);
    expect(sumAxes(np.zeros([0]), null, false).tolist()).toBe(0);
  });

  test("a sum over an axis of an array that is empty elsewhere is empty", () => {
    expect([...sumAxes(np.zeros([2, 0, 3]), [0], false).shape]).toEqual([0, 3]);
  });

  test("negative axes count from the end", () => {
    expect(sumAxes(np.ones([2, 3, 4]), [-1, 0], false).tolist()).toEqual([8, 8, 8]);
  });

  test("an axis that does not exist is an AxisError", () => {
    expect(() => sumAxes(np.zeros([2]), [1], false)).toThrow(
      "axis 1 is out of bounds for array of dimension 1",
    );
    expect(() => argmaxAxis(np.zeros([2]), -2)).toThrow(np.AxisError);
  });

  test("an axis named twice is an error, also under two names", () => {
    expect(() => sumAxes(np.zeros([2, 2]), [0, -2], false)).toThrow("duplicate value in 'axis'");
  });

  test("nothing is largest among nothing", () => {
    expect(() => argmaxAxis(np.zeros([2, 0]), 1)).toThrow(
      "attempt to get argmax of an empty sequence",
    );
    expect([...argmaxAxis(np.zeros([0, 2]), 1).shape]).toEqual([0]);
  });

  test("the largest of negative numbers is negative", () => {
    expect(argmaxAxis(np.asarray([-3, -1, -2]), 0).tolist()).toBe(1);
  });
});

describe("laws", () => {
  test("sums are NumPy's, over any axes and in every layout", () => {
    fc.assert(
      fc.property(withAxes, fc.boolean(), ([a, axes], keepdims) => {
        const expected = np.sum(a, { axis: axes, keepdims });
        const result = sumAxes(a, axes, keepdims);
        expect([...result.shape]).toEqual([...np.asarray(expected).shape]);
        expect(result.tolist()).toEqual(np.asarray(expected).tolist());
      }),
    );
  });

  test("one axis after the other is the same as all at once", () => {
    fc.assert(
      fc.property(arrays({ dtype: "float64", shape: { minDims: 1 } }), (a) => {
        let stepwise = a;
        while (stepwise.ndim > 0) stepwise = sumAxes(stepwise, [0], false) as typeof stepwise;
        expect(stepwise.tolist()).toBe(sumAxes(a, null, false).tolist());
      }),
    );
  });

  test("the largest stands where argmax says, and nothing before it is as large", () => {
    fc.assert(
      fc.property(withAxis, ([a, axis]) => {
        const result = argmaxAxis(a, axis);
        expect(result.dtype.name).toBe("int32");
        expect(result.tolist()).toEqual(np.asarray(np.argmax(a, { axis })).tolist());
      }),
    );
  });
});
