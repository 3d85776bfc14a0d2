import * as np from "@deep-dive/ndarray";
import { permutations, plainViews, valuesOf } from "@deep-dive/ndarray/testing";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { View } from "./01-offset-of.ts";
import { moveaxis, swapaxes, transpose } from "./10-transpose-family.ts";

const table: View = {
  data: Float64Array.of(0, 1, 2, 3, 4, 5),
  shape: [2, 3],
  strides: [3, 1],
  offset: 0,
};
const cube: View = {
  data: Float64Array.from({ length: 24 }, (_, i) => i),
  shape: [2, 3, 4],
  strides: [12, 4, 1],
  offset: 0,
};

/** The place of an element, from the test's own arithmetic. */
const placeAt = (view: View, index: readonly number[]): number =>
  index.reduce((at, i, k) => at + i * view.strides[k]!, view.offset);

const withAxes = (): fc.Arbitrary<[View, number[]]> =>
  plainViews({ maxNdim: 4 }).chain((view) =>
    fc.tuple(fc.constant<View>(view), permutations(view.shape.length)),
  );
const withTwo = (): fc.Arbitrary<[View, number, number]> =>
  plainViews({ minNdim: 1, maxNdim: 4 }).chain((view) => {
    const n = view.shape.length;
    const axis = fc.integer({ min: -n, max: n - 1 });
    return fc.tuple(fc.constant<View>(view), axis, axis);
  });

test("the transpose of 2 x 3 is 3 x 2, with the strides exchanged", () => {
  const t = transpose(table);
  expect([t.shape, t.strides, t.offset]).toEqual([[3, 2], [1, 3], 0]);
  expect(valuesOf(t)).toEqual([0, 3, 1, 4, 2, 5]);
});

test("axes [2, 0, 1] put the last axis first", () => {
  const t = transpose(cube, [2, 0, 1]);
  expect([t.shape, t.strides]).toEqual([
    [4, 2, 3],
    [1, 12, 4],
  ]);
});

test("moveaxis 0 to -1 leaves the others in order, swapaxes does not", () => {
  expect(moveaxis(cube, 0, -1).shape).toEqual([3, 4, 2]);
  expect(moveaxis(cube, -1, 0).shape).toEqual([4, 2, 3]);
  expect(swapaxes(cube, 0, -1).shape).toEqual([4, 3, 2]);
});

test("negative axes count from the last", () => {
  expect(transpose(cube, [-1, 0, 1])).toEqual(transpose(cube, [2, 0, 1]));
});

test("too few axes, too many or one twice throw", () => {
  expect(() => transpose(cube, [0, 1])).toThrow("axes don't match array");
  expect(() => transpose(table, [0, 1, 2])).toThrow(np.ValueError);
  expect(() => transpose(cube, [0, 1, 1])).toThrow("repeated axis in transpose");
  expect(() => transpose(cube, [0, 2, -1])).toThrow("repeated axis in transpose");
});

test("an axis that is not there throws an AxisError", () => {
  expect(() => transpose(table, [0, 3])).toThrow(np.AxisError);
  expect(() => transpose(table, [0, 3])).toThrow(
    "axis 3 is out of bounds for array of dimension 2",
  );
  expect(() => swapaxes(table, 0, 2)).toThrow(np.AxisError);
  expect(() => moveaxis(table, -3, 0)).toThrow(np.AxisError);
  expect(() => moveaxis(table, 0, 2)).toThrow(np.AxisError);
});

test("lines and 0-d views are their own transpose", () => {
  const line: View = { data: Float64Array.of(1, 2, 3), shape: [3], strides: [1], offset: 0 };
  const dot: View = { data: Float64Array.of(1), shape: [], strides: [], offset: 0 };
  expect(transpose(line)).toEqual(line);
  expect(transpose(dot)).toEqual(dot);
});

test("element [i, j, …] of the transpose is the element with the indices put back, in every layout", () => {
  fc.assert(
    fc.property(
      withAxes(),
      fc.array(fc.nat(), { minLength: 4, maxLength: 4 }),
      ([view, axes], picks) => {
        fc.pre(!view.shape.includes(0));
        const t = transpose(view, axes);
        const index = t.shape.map((n, k) => picks[k]! % n);
        const back = view.shape.map((_, axis) => index[axes.indexOf(axis)]!);
        expect(placeAt(t, index), `[${index}] of the transpose by [${axes}]`).toBe(
          placeAt(view, back),
        );
      },
    ),
    { numRuns: 200 },
  );
});

test("the inverse order undoes it", () => {
  fc.assert(
    fc.property(withAxes(), ([view, axes]) => {
      const inverse = axes.map((_, k) => axes.indexOf(k));
      const again = transpose(transpose(view, axes), inverse);
      expect([again.shape, again.strides, again.offset]).toEqual([
        view.shape,
        view.strides,
        view.offset,
      ]);
      expect(again.data).toBe(view.data);
    }),
  );
});

test("swapping twice, or moving there and back, changes nothing", () => {
  fc.assert(
    fc.property(withTwo(), ([view, a, b]) => {
      expect(swapaxes(swapaxes(view, a, b), a, b)).toEqual(view);
      expect(moveaxis(moveaxis(view, a, b), b, a)).toEqual(view);
    }),
  );
});

test("the moved axis arrives, and the others keep their order", () => {
  fc.assert(
    fc.property(withTwo(), ([view, from, to]) => {
      const n = view.shape.length;
      const [at, place] = [(from + n) % n, (to + n) % n];
      const moved = moveaxis(view, from, to);
      expect([moved.shape[place], moved.strides[place]]).toEqual([
        view.shape[at],
        view.strides[at],
      ]);
      expect(moved.shape.toSpliced(place, 1)).toEqual(view.shape.toSpliced(at, 1));
      expect(moved.strides.toSpliced(place, 1)).toEqual(view.strides.toSpliced(at, 1));
    }),
  );
});
