import * as np from "@deep-dive/ndarray";
import { plainViews, valuesOf } from "@deep-dive/ndarray/testing";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { View } from "../02-indexing/01-offset-of.ts";
import { take } from "./01-take.ts";

const table: View = {
  data: Float64Array.of(0, 1, 2, 3, 4, 5),
  shape: [2, 3],
  strides: [3, 1],
  offset: 0,
};
const line: View = { data: Float64Array.of(10, 11, 12), shape: [3], strides: [1], offset: 0 };

/** A view with at least one axis, one of its axes, and positions inside that axis. */
const cases = (): fc.Arbitrary<{ view: View; axis: number; indices: number[] }> =>
  plainViews({ minNdim: 1 }).chain((view) =>
    fc.nat(view.shape.length - 1).chain((axis) => {
      const n = view.shape[axis]!;
      const position = fc.integer({ min: -n, max: Math.max(-n, n - 1) });
      return fc.record({
        view: fc.constant<View>(view),
        axis: fc.constantFrom(axis, axis - view.shape.length),
        indices: n === 0 ? fc.constant<number[]>([]) : fc.array(position, { maxLength: 5 }),
      });
    }),
  );

/** The slice at `position` of `axis`, row by row. */
const sliceAt = (view: View, axis: number, position: number): number[] =>
  valuesOf({
    data: view.data,
    shape: view.shape.toSpliced(axis, 1),
    strides: view.strides.toSpliced(axis, 1),
    offset: view.offset + position * view.strides[axis]!,
  });

test("columns 2, 0 and 2 again", () => {
  const picked = take(table, [2, 0, 2], 1);
  expect(picked.shape).toEqual([2, 3]);
  expect(valuesOf(picked)).toEqual([2, 0, 2, 5, 3, 5]);
});

test("row 1 three times makes three rows", () => {
  const picked = take(table, [1, 1, 1], 0);
  expect(picked.shape).toEqual([3, 3]);
  expect(valuesOf(picked)).toEqual([3, 4, 5, 3, 4, 5, 3, 4, 5]);
});

test("-1 is the last, and axis -1 the last axis", () => {
  expect(valuesOf(take(line, [-1, 0], 0))).toEqual([12, 10]);
  expect(valuesOf(take(table, [-1], -1))).toEqual([2, 5]);
});

test("a position outside the axis throws and is named as it was given", () => {
  expect(() => take(line, [0, 5], 0)).toThrow(np.IndexError);
  expect(() => take(line, [0, 5], 0)).toThrow("index 5 is out of bounds for axis 0 with size 3");
  expect(() => take(line, [3], 0)).toThrow("index 3 is out of bounds for axis 0 with size 3");
  expect(() => take(table, [-4], -1)).toThrow("index -4 is out of bounds for axis 1 with size 3");
});

test("an axis that is not there throws an AxisError", () => {
  expect(() => take(line, [0], 1)).toThrow(np.AxisError);
  expect(() => take(line, [0], -2)).toThrow("axis -2 is out of bounds for array of dimension 1");
});

test("wrap goes round and round, in both directions", () => {
  expect(valuesOf(take(line, [3, 4, -1, -4, 7], 0, "wrap"))).toEqual([10, 11, 12, 12, 11]);
});

test("clip moves to the nearest end, and -1 is before the first", () => {
  expect(valuesOf(take(line, [99, -1, -99, 1], 0, "clip"))).toEqual([12, 10, 10, 11]);
});

test("nothing can be picked from an empty axis, except nothing", () => {
  const empty: View = { data: new Float64Array(0), shape: [0, 2], strides: [2, 1], offset: 0 };
  expect(take(empty, [], 0).shape).toEqual([0, 2]);
  expect(() => take(empty, [0], 0)).toThrow(np.IndexError);
  for (const mode of ["raise", "wrap", "clip"] as const) {
    expect(() => take(empty, [0], 0, mode)).toThrow(
      "cannot do a non-empty take from an empty axes.",
    );
  }
});

test("the shape is the view's, with as many as were picked along the axis", () => {
  fc.assert(
    fc.property(cases(), ({ view, axis, indices }) => {
      const picked = take(view, indices, axis);
      expect(picked.shape).toEqual(view.shape.with(axis, indices.length));
      expect(picked.data.length, "no memory beside the elements").toBe(valuesOf(picked).length);
    }),
  );
});

test("slice k of the result is slice indices[k] of the view, in every layout", () => {
  fc.assert(
    fc.property(cases(), ({ view, axis, indices }) => {
      const at = axis < 0 ? axis + view.shape.length : axis;
      const picked = take(view, indices, axis);
      for (const [k, index] of indices.entries()) {
        const position = index < 0 ? index + view.shape[at]! : index;
        expect(sliceAt(picked, at, k), `slice ${k} of axis ${at}`).toEqual(
          sliceAt(view, at, position),
        );
      }
    }),
    { numRuns: 300 },
  );
});

test("wrap and clip pick some position of the axis whatever they are given", () => {
  fc.assert(
    fc.property(fc.integer({ min: -20, max: 20 }), (i) => {
      expect(valuesOf(take(line, [i], 0, "wrap")), `wrap ${i}`).toEqual([10 + (((i % 3) + 3) % 3)]);
      expect(valuesOf(take(line, [i], 0, "clip")), `clip ${i}`).toEqual([
        10 + Math.min(2, Math.max(0, i)),
      ]);
    }),
  );
});

test("the result is a copy: writing to it leaves the view as it was", () => {
  fc.assert(
    fc.property(cases(), ({ view, axis, indices }) => {
      const before = Float64Array.from(view.data);
      take(view, indices, axis).data.fill(-1);
      expect(view.data).toEqual(before);
    }),
  );
});
