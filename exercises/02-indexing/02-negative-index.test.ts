import * as np from "@deep-dive/ndarray";
import { plainViews, valuesOf } from "@deep-dive/ndarray/testing";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { View } from "./01-offset-of.ts";
import { item, position } from "./02-negative-index.ts";

const table: View = {
  data: Float64Array.of(1, 2, 3, 4, 5, 6),
  shape: [2, 3],
  strides: [3, 1],
  offset: 0,
};

test("-1 of five is the last, -5 the first", () => {
  expect(position(-1, 0, 5)).toBe(4);
  expect(position(-5, 0, 5)).toBe(0);
  expect(position(3, 0, 5)).toBe(3);
});

test("5 of five throws, and so does -6", () => {
  expect(() => position(5, 0, 5)).toThrow(np.IndexError);
  expect(() => position(5, 0, 5)).toThrow("index 5 is out of bounds for axis 0 with size 5");
  expect(() => position(-6, 2, 5)).toThrow("index -6 is out of bounds for axis 2 with size 5");
});

test("[-1, 0] of a 2 x 3 table is the first of the last row", () => {
  expect(item(table, [-1, 0])).toBe(4);
  expect(item(table, [0, -1])).toBe(3);
});

test("an empty axis has no index at all", () => {
  expect(() => position(0, 0, 0)).toThrow("index 0 is out of bounds for axis 0 with size 0");
  expect(() => position(-1, 0, 0)).toThrow(np.IndexError);
});

test("the message names the axis that is wrong", () => {
  expect(() => item(table, [1, 3])).toThrow("index 3 is out of bounds for axis 1 with size 3");
  expect(() => item(table, [-3, 0])).toThrow("index -3 is out of bounds for axis 0 with size 2");
});

test("an index outside is never an element of the next row", () => {
  expect(() => item(table, [0, 4])).toThrow(np.IndexError);
});

test("more indices than axes throw", () => {
  expect(() => item(table, [0, 0, 0])).toThrow(
    "too many indices for array: array is 2-dimensional, but 3 were indexed",
  );
});

test("i and i - n are the same position", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 50 }), fc.nat(), (n, pick) => {
      const i = pick % n;
      expect(position(i, 0, n)).toBe(i);
      expect(position(i - n, 0, n), `${i - n} of ${n}`).toBe(i);
    }),
  );
});

test("every index is a position or an IndexError", () => {
  fc.assert(
    fc.property(fc.nat(6), fc.integer({ min: -15, max: 15 }), (n, i) => {
      if (i >= -n && i < n) expect(position(i, 0, n)).toBe(i < 0 ? i + n : i);
      else expect(() => position(i, 0, n), `index ${i} of ${n}`).toThrow(np.IndexError);
    }),
  );
});

test("counting back from the end gives the elements backwards, in every layout", () => {
  fc.assert(
    fc.property(plainViews({ minNdim: 1, maxNdim: 1 }), (view) => {
      const [n = 0] = view.shape;
      const backwards = Array.from({ length: n }, (_, i) => item(view, [-1 - i]));
      expect(backwards).toEqual(valuesOf(view).toReversed());
    }),
  );
});

test("a 0-d view has the index []", () => {
  expect(item({ data: Float64Array.of(1, 2), shape: [], strides: [], offset: 1 }, [])).toBe(2);
});
