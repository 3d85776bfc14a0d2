import { placesOf, plainViews } from "@deep-dive/ndarray/testing";
import fc from "fast-check";
import { expect, test } from "vitest";
import { offsetOf } from "./01-offset-of.ts";

const data = Float64Array.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);

/** Every index of a shape, the last axis running fastest. */
const indicesOf = (shape: readonly number[]): number[][] =>
  shape.reduce<number[][]>(
    (all, length) => all.flatMap((index) => Array.from({ length }, (_, i) => [...index, i])),
    [[]],
  );

test("row by row, [1, 2] of a 2 x 3 table lies at 5", () => {
  expect(offsetOf({ data, shape: [2, 3], strides: [3, 1], offset: 0 }, [1, 2])).toBe(5);
});

test("column by column, [1, 0] lies at 1 and [0, 1] at 2", () => {
  const view = { data, shape: [2, 3], strides: [1, 2], offset: 0 };
  expect(offsetOf(view, [1, 0])).toBe(1);
  expect(offsetOf(view, [0, 1])).toBe(2);
});

test("a view that starts at 10 and steps by -3 has [2] at 4", () => {
  expect(offsetOf({ data, shape: [4], strides: [-3], offset: 10 }, [2])).toBe(4);
});

test("a 0-d view has its one element at the offset", () => {
  expect(offsetOf({ data, shape: [], strides: [], offset: 7 }, [])).toBe(7);
});

test("with stride 0 every index lies at the same place", () => {
  const view = { data, shape: [5], strides: [0], offset: 3 };
  expect([0, 1, 4].map((i) => offsetOf(view, [i]))).toEqual([3, 3, 3]);
});

test("a fresh table in either order fills 0 to size - 1, each place once", () => {
  fc.assert(
    fc.property(fc.nat(4), fc.nat(4), fc.boolean(), (rows, columns, isC) => {
      const strides = isC ? [columns, 1] : [1, rows];
      const view = { data, shape: [rows, columns], strides, offset: 0 };
      const places = indicesOf(view.shape).map((index) => offsetOf(view, index));
      expect(places.toSorted((a, b) => a - b)).toEqual(
        Array.from({ length: rows * columns }, (_, i) => i),
      );
    }),
  );
});

test("the places are those that nested loops walk through, in every layout", () => {
  fc.assert(
    fc.property(plainViews(), (view) => {
      expect(indicesOf(view.shape).map((index) => offsetOf(view, index))).toEqual(placesOf(view));
    }),
  );
});

test("one step along an axis moves by that axis's stride", () => {
  fc.assert(
    fc.property(plainViews({ minNdim: 1, minLength: 2 }), fc.nat(), (view, pick) => {
      const axis = pick % view.shape.length;
      const here = view.shape.map(() => 0);
      const next = here.with(axis, 1);
      expect(offsetOf(view, next) - offsetOf(view, here), `one step along axis ${axis}`).toBe(
        view.strides[axis],
      );
    }),
  );
});
