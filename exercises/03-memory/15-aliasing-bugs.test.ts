import * as np from "@deep-dive/ndarray";
import { arrays } from "@deep-dive/ndarray/testing";
import fc from "fast-check";
import { expect, test } from "vitest";
import { framed, scaled, swapped } from "./15-aliasing-bugs.ts";

const lines = (): fc.Arbitrary<np.NDArray> =>
  arrays({ dtype: ["float64", "int32"], shape: { minDims: 1, maxDims: 1, maxSide: 7 } });
const tables = (): fc.Arbitrary<np.NDArray> =>
  arrays({ dtype: "float64", shape: { minDims: 2, maxDims: 2, minSide: 1 } });
const positives = (): fc.Arbitrary<np.NDArray> =>
  arrays({
    dtype: "float64",
    shape: { minDims: 1, minSide: 1 },
    elements: fc.integer({ min: 1, max: 64 }),
  });

test("1, 2, 4 scaled by 4", () => {
  expect(scaled(np.asarray([1, 2, 4])).tolist()).toEqual([0.25, 0.5, 1]);
});

test("1, 2, 3, 4, 5 with neighbours exchanged", () => {
  expect(swapped(np.asarray([1, 2, 3, 4, 5])).tolist()).toEqual([2, 1, 4, 3, 5]);
  expect(swapped(np.asarray([1, 2, 3, 4])).tolist()).toEqual([2, 1, 4, 3]);
  expect(swapped(np.asarray([7])).tolist()).toEqual([7]);
});

test("a frame of zeros around one 1", () => {
  expect(framed(np.ones([3, 3])).tolist()).toEqual([
    [0, 0, 0],
    [0, 1, 0],
    [0, 0, 0],
  ]);
});

test("scaled leaves its input as it was, in every layout", () => {
  fc.assert(
    fc.property(positives(), (a) => {
      const before = a.tolist();
      const result = scaled(a);
      expect(a.tolist()).toEqual(before);
      expect(np.shares_memory(result, a), "result shares memory with a").toBe(false);
    }),
  );
});

test("scaled has 1 as its largest, and keeps all ratios", () => {
  fc.assert(
    fc.property(positives(), (a) => {
      const largest = Number(np.max(a));
      const expected = [a.tolist()].flat(Infinity).map((x) => Number(x) / largest);
      expect([scaled(a).tolist()].flat(Infinity)).toEqual(expected);
    }),
  );
});

test("swapped leaves its input as it was, in every layout", () => {
  fc.assert(
    fc.property(lines(), (a) => {
      const before = a.tolist();
      const result = swapped(a);
      expect(a.tolist()).toEqual(before);
      expect(np.shares_memory(result, a), "result shares memory with a").toBe(false);
    }),
  );
});

test("swapping twice gives the elements back, and every pair trades places", () => {
  fc.assert(
    fc.property(lines(), (a) => {
      const before = a.tolist() as number[]; // one axis of numbers
      const expected = before.map((x, i) => before[i % 2 === 0 ? i + 1 : i - 1] ?? x);
      expect(swapped(a).tolist()).toEqual(expected);
      expect(swapped(swapped(a)).tolist()).toEqual(before);
    }),
  );
});

test("framed leaves its input as it was, in every layout", () => {
  fc.assert(
    fc.property(tables(), (table) => {
      const before = table.tolist();
      const result = framed(table);
      expect(table.tolist()).toEqual(before);
      expect(np.shares_memory(result, table), "result shares memory with table").toBe(false);
    }),
  );
});

test("framed is 0 on the frame and unchanged inside", () => {
  fc.assert(
    fc.property(tables(), (table) => {
      const [n = 0, m = 0] = table.shape;
      const before = table.tolist() as number[][]; // two axes of numbers
      const expected = before.map((row, i) =>
        row.map((x, j) => (i === 0 || j === 0 || i === n - 1 || j === m - 1 ? 0 : x)),
      );
      expect(framed(table).tolist()).toEqual(expected);
    }),
  );
});

test("an array without elements is no trouble", () => {
  expect(swapped(np.zeros([0])).tolist()).toEqual([]);
});
