import * as np from "@deep-dive/ndarray";
import { arrays, broadcastableShapes } from "@deep-dive/ndarray/testing";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { add } from "./04-ufunc-binary.ts";

const DTYPES = ["bool", "int8", "int16", "int32", "uint8", "uint16", "float32", "float64"] as const;

/** Two arrays of any of these dtypes, in any layout, whose shapes fit. */
const pair = broadcastableShapes(2).chain(([s, t]) =>
  fc.tuple(
    arrays({ dtype: DTYPES, shape: s!, elements: "any" }),
    arrays({ dtype: DTYPES, shape: t!, elements: "any" }),
  ),
);

describe("worked examples", () => {
  test("a column and a row make a table", () => {
    expect(add(np.asarray([[1], [2]]), np.asarray([10, 20])).tolist()).toEqual([
      [11, 21],
      [12, 22],
    ]);
  });

  test("int8 and float32 make float32", () => {
    const result = add(
      np.asarray([1, 2], { dtype: "int8" }),
      np.asarray([0.5, 0.5], { dtype: "float32" }),
    );
    expect([result.dtype.name, result.tolist()]).toEqual(["float32", [1.5, 2.5]]);
  });

  test("uint8 wraps: 200 + 100 is 44", () => {
    const result = add(
      np.asarray([200], { dtype: "uint8" }),
      np.asarray([100], { dtype: "uint8" }),
    );
    expect([result.dtype.name, result.tolist()]).toEqual(["uint8", [44]]);
  });
});

describe("edge cases", () => {
  test("true + true is true", () => {
    const result = add(np.asarray([true, true, false]), np.asarray([true, false, false]));
    expect([result.dtype.name, result.tolist()]).toEqual(["bool", [true, true, false]]);
    expect(result.view("uint8").tolist(), "the bytes behind it").toEqual([1, 1, 0]);
  });

  test("true beside an integer counts as 1", () => {
    const result = add(np.asarray([true]), np.asarray([5], { dtype: "int16" }));
    expect([result.dtype.name, result.tolist()]).toEqual(["int16", [6]]);
  });

  test("int8 and uint8 make int16, which holds 127 + 255", () => {
    const result = add(np.asarray([127], { dtype: "int8" }), np.asarray([255], { dtype: "uint8" }));
    expect([result.dtype.name, result.tolist()]).toEqual(["int16", [382]]);
  });

  test("0-d and empty arrays broadcast like all others", () => {
    expect(add(np.asarray(1), np.asarray(2)).item()).toBe(3);
    expect([...add(np.zeros([0, 1]), np.zeros([3])).shape]).toEqual([0, 3]);
  });

  test("(2, 3) and (2,) do not fit", () => {
    expect(() => add(np.zeros([2, 3]), np.zeros([2]))).toThrow(
      "cannot broadcast: axis -1 has lengths 3 and 2",
    );
  });
});

describe("laws", () => {
  test("the result is what NumPy's add gives, in every layout and dtype", () => {
    fc.assert(
      fc.property(pair, ([a, b]) => {
        const [result, expected] = [add(a, b), np.add(a, b)];
        expect(result.dtype.name).toBe(expected.dtype.name);
        expect([...result.shape]).toEqual([...expected.shape]);
        expect(result.tolist()).toEqual(expected.tolist());
      }),
    );
  });

  test("a + b = b + a", () => {
    fc.assert(
      fc.property(pair, ([a, b]) => {
        expect(add(a, b).tolist()).toEqual(add(b, a).tolist());
      }),
    );
  });

  test("the result is fresh and in C order, and the inputs are left alone", () => {
    fc.assert(
      fc.property(pair, ([a, b]) => {
        const before = [a.tolist(), b.tolist()];
        const result = add(a, b);
        expect(result.flags.c_contiguous, "in C order").toBe(true);
        expect(np.shares_memory(result, a), "shares memory with a").toBe(false);
        expect(np.shares_memory(result, b), "shares memory with b").toBe(false);
        expect([a.tolist(), b.tolist()]).toEqual(before);
      }),
    );
  });
});
