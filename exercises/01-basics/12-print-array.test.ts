import * as np from "@deep-dive/ndarray";
import { shapes } from "@deep-dive/ndarray/testing";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Flat } from "./01-nested-to-array.ts";
import { printArray } from "./12-print-array.ts";

const flat = (shape: readonly number[], values: Iterable<number>): Flat => ({
  data: Float64Array.from(values),
  shape,
});
const product = (shape: readonly number[]): number => shape.reduce((a, b) => a * b, 1);
const counted = (shape: readonly number[]): Flat =>
  flat(
    shape,
    Array.from({ length: product(shape) }, (_, i) => i),
  );

/** Arrays of whole numbers, short enough that no row has to be wrapped. */
const arrays = (): fc.Arbitrary<Flat> =>
  shapes({ maxDims: 4, maxSide: 4 }).chain((shape) => {
    const size = product(shape);
    return fc
      .array(fc.integer({ min: -1200, max: 1200 }), { minLength: size, maxLength: size })
      .map((values) => flat(shape, values));
  });

test("a row has one space between its numbers", () => {
  expect(printArray(flat([3], [1, 2, 3]))).toBe("[1 2 3]");
});

test("columns line up on the right, minus signs included", () => {
  expect(printArray(flat([2, 2], [1, 20, -3, 4]))).toBe("[[ 1 20]\n [-3  4]]");
});

test("between the tables of a 3-D array stands an empty line", () => {
  expect(printArray(counted([2, 2, 2]))).toBe("[[[0 1]\n  [2 3]]\n\n [[4 5]\n  [6 7]]]");
});

test("a 0-d array is its number, an empty one a pair of brackets", () => {
  expect(printArray(flat([], [5]))).toBe("5");
  expect(printArray(flat([0], []))).toBe("[]");
  expect(printArray(flat([2, 0], []))).toBe("[]");
  expect(printArray(flat([0, 3], []))).toBe("[]");
});

test("a long row shows its first three and its last three", () => {
  expect(printArray(counted([8]), 7)).toBe("[0 1 2 ... 5 6 7]");
  expect(printArray(counted([8]), 8)).toBe("[0 1 2 3 4 5 6 7]");
});

test("an axis of six is shown whole, even in a long array", () => {
  expect(printArray(counted([6]), 5)).toBe("[0 1 2 3 4 5]");
  expect(printArray(counted([2, 7]), 5)).toBe(
    "[[ 0  1  2 ...  4  5  6]\n [ 7  8  9 ... 11 12 13]]",
  );
});

test("rows that are left out make a line of their own", () => {
  expect(printArray(counted([8, 2]), 5)).toBe(
    "[[ 0  1]\n [ 2  3]\n [ 4  5]\n ...\n [10 11]\n [12 13]\n [14 15]]",
  );
});

test("without a threshold, 1000 elements are shown and 1001 are cut", () => {
  expect(printArray(counted([1000, 1])).includes("..."), "1000 elements have dots").toBe(false);
  expect(printArray(counted([1001, 1])).includes("..."), "1001 elements have dots").toBe(true);
});

test("only the numbers that are shown count for the width", () => {
  expect(printArray(flat([7], [1, 2, 3, 99999, 5, 6, 7]), 5)).toBe("[1 2 3 ... 5 6 7]");
});

test("the numbers can be read back from the text", () => {
  fc.assert(
    fc.property(arrays(), (a) => {
      const numbers = printArray(a).match(/-?\d+/g) ?? [];
      expect(numbers.map(Number)).toEqual([...a.data]);
    }),
  );
});

test("all rows are equally long, so the columns line up", () => {
  fc.assert(
    fc.property(arrays(), (a) => {
      fc.pre(a.shape.length >= 2 && a.data.length > 0);
      const rows = printArray(a)
        .split("\n")
        .filter((line) => line !== "");
      const lengths = new Set(rows.map((line) => line.replace(/\]+$/, "").length));
      expect(lengths.size, `row lengths of\n${printArray(a)}`).toBe(1);
    }),
  );
});

test("the text is NumPy's, also where it is cut", () => {
  fc.assert(
    fc.property(arrays(), (a) => {
      const expected = np.array2string(np.reshape(np.asarray(a.data, { dtype: "int32" }), a.shape));
      expect(printArray(a)).toBe(expected);
    }),
  );
  for (const shape of [[9], [3, 9], [9, 3], [8, 8], [2, 7, 3], [7, 1, 7]]) {
    const a = counted(shape);
    const expected = np.array2string(np.reshape(np.asarray(a.data, { dtype: "int32" }), shape), {
      threshold: 5,
    });
    expect(printArray(a, 5), `shape [${shape}] with a threshold of 5`).toBe(expected);
  }
});
