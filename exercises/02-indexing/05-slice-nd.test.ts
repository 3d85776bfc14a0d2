import * as np from "@deep-dive/ndarray";
import { arrayOf, plainViews, slices, valuesOf } from "@deep-dive/ndarray/testing";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { View } from "./01-offset-of.ts";
import type { SliceParts } from "./03-slice-indices.ts";
import { sliceNd } from "./05-slice-nd.ts";

const data = Float64Array.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
const table: View = { data, shape: [3, 4], strides: [4, 1], offset: 0 };
const WHOLE: SliceParts = [null, null, null];

/** A view, and a slice for each of its axes. */
const cases = (): fc.Arbitrary<[View, SliceParts[]]> =>
  plainViews().chain((view) =>
    fc.tuple(
      fc.constant<View>(view),
      fc.tuple(
        ...view.shape.map((n) => slices(n).map((s): SliceParts => [s.start, s.stop, s.step])),
      ),
    ),
  );

test("rows 1 and 2, every second column: 4, 6, 8, 10", () => {
  const window = sliceNd(table, [
    [1, 3, null],
    [null, null, 2],
  ]);
  expect(window.shape).toEqual([2, 2]);
  expect(window.strides).toEqual([4, 2]);
  expect(window.offset).toBe(4);
  expect(valuesOf(window)).toEqual([4, 6, 8, 10]);
});

test("::-1 on both axes turns the table upside down and left to right", () => {
  const turned = sliceNd(table, [
    [null, null, -1],
    [null, null, -1],
  ]);
  expect(turned.strides).toEqual([-4, -1]);
  expect(valuesOf(turned)).toEqual([11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0]);
});

test("one slice for two axes leaves the second axis whole", () => {
  const rows = sliceNd(table, [[1, 2, null]]);
  expect(rows.shape).toEqual([1, 4]);
  expect(valuesOf(rows)).toEqual([4, 5, 6, 7]);
});

test("more slices than axes throw, and the message counts both", () => {
  const line: View = { data, shape: [4], strides: [1], offset: 0 };
  expect(() => sliceNd(line, [WHOLE, WHOLE])).toThrow(np.IndexError);
  expect(() => sliceNd(line, [WHOLE, WHOLE])).toThrow(
    "too many indices for array: array is 1-dimensional, but 2 were indexed",
  );
});

test("a slice of a slice starts where the first one starts", () => {
  const inner = sliceNd(
    sliceNd(table, [
      [1, null, null],
      [1, null, null],
    ]),
    [
      [1, null, null],
      [1, null, null],
    ],
  );
  expect(valuesOf(inner)).toEqual([10, 11]);
});

test("the elements are NumPy's, in every layout", () => {
  fc.assert(
    fc.property(cases(), ([view, parts]) => {
      const expected = arrayOf(view).get(...parts.map((s) => np.slice(...s)));
      const window = sliceNd(view, parts);
      expect(window.shape, "shape").toEqual(expected.shape);
      expect(valuesOf(window), "elements").toEqual(
        expected.size === 0 ? [] : [expected.tolist()].flat(Infinity),
      );
    }),
    { numRuns: 300 },
  );
});

test("the result shows the same memory, so writing through it changes the original", () => {
  fc.assert(
    fc.property(cases(), ([view, parts]) => {
      const window = sliceNd(view, parts);
      expect(window.data, "the same typed array").toBe(view.data);
    }),
  );
});

test("of a view with elements, even an empty cut has its offset inside the memory", () => {
  fc.assert(
    fc.property(cases(), ([view, parts]) => {
      fc.pre(!view.shape.includes(0));
      const { offset } = sliceNd(view, parts);
      expect(
        offset >= 0 && offset <= view.data.length,
        `offset ${offset} lies in a memory of ${view.data.length}`,
      ).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test("slices of different axes can be applied in either order", () => {
  fc.assert(
    fc.property(cases(), ([view, parts]) => {
      fc.pre(parts.length >= 2);
      const [first, second] = parts as [SliceParts, SliceParts]; // two at least, by the line above
      const rowsFirst = sliceNd(sliceNd(view, [first]), [WHOLE, second]);
      const columnsFirst = sliceNd(sliceNd(view, [WHOLE, second]), [first]);
      expect(valuesOf(rowsFirst)).toEqual(valuesOf(columnsFirst));
    }),
  );
});

test("the view that was sliced is left as it was", () => {
  const before = structuredClone(table);
  sliceNd(table, [
    [1, null, 2],
    [null, null, -1],
  ]);
  expect(table).toEqual(before);
});
