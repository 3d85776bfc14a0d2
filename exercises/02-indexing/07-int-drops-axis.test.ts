import * as np from "@deep-dive/ndarray";
import { arrayOf, plainViews, slices, valuesOf } from "@deep-dive/ndarray/testing";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { View } from "./01-offset-of.ts";
import type { SliceParts } from "./03-slice-indices.ts";
import { type IndexPart, indexView } from "./07-int-drops-axis.ts";

const table: View = {
  data: Float64Array.from({ length: 12 }, (_, i) => i),
  shape: [3, 4],
  strides: [4, 1],
  offset: 0,
};
const WHOLE: SliceParts = [null, null, null];

const cases = (): fc.Arbitrary<[View, IndexPart[]]> =>
  plainViews({ maxNdim: 4 }).chain((view) => {
    const part = (n: number): fc.Arbitrary<IndexPart> => {
      const slice = slices(n).map((s): IndexPart => [s.start, s.stop, s.step]);
      return n === 0 ? slice : fc.oneof(slice, fc.integer({ min: -n, max: n - 1 }));
    };
    return fc
      .nat(view.shape.length)
      .chain((used) =>
        fc.tuple(fc.constant<View>(view), fc.tuple(...view.shape.slice(0, used).map(part))),
      );
  });

const toNumpy = (part: IndexPart): number | np.Slice =>
  typeof part === "number" ? part : np.slice(...part);

test("row 1 has one axis, rows 1:2 have two", () => {
  const row = indexView(table, [1]);
  expect([row.shape, row.strides, row.offset]).toEqual([[4], [1], 4]);
  const rows = indexView(table, [[1, 2, null]]);
  expect([rows.shape, rows.strides, rows.offset]).toEqual([[1, 4], [4, 1], 4]);
  expect(valuesOf(row)).toEqual(valuesOf(rows));
});

test("the last column steps over whole rows", () => {
  const column = indexView(table, [WHOLE, -1]);
  expect([column.shape, column.strides, column.offset]).toEqual([[3], [4], 3]);
});

test("an integer for each axis leaves a 0-d view", () => {
  const cell = indexView(table, [2, 1]);
  expect([cell.shape, cell.strides, cell.offset]).toEqual([[], [], 9]);
  expect(cell.data).toBe(table.data);
});

test("no part at all is the whole view", () => {
  expect(indexView(table, [])).toEqual(table);
});

test("an integer outside its axis throws, a slice outside is empty", () => {
  expect(() => indexView(table, [3])).toThrow("index 3 is out of bounds for axis 0 with size 3");
  expect(() => indexView(table, [0, -5])).toThrow(
    "index -5 is out of bounds for axis 1 with size 4",
  );
  expect(indexView(table, [[3, 4, null]]).shape).toEqual([0, 4]);
});

test("more parts than axes throw", () => {
  expect(() => indexView(table, [0, 0, 0])).toThrow(np.IndexError);
  expect(() => indexView(table, [0, 0, WHOLE])).toThrow(
    "too many indices for array: array is 2-dimensional, but 3 were indexed",
  );
});

test("each integer drops one axis, and no slice does", () => {
  fc.assert(
    fc.property(cases(), ([view, parts]) => {
      const integers = parts.filter((part) => typeof part === "number").length;
      expect(indexView(view, parts).shape.length).toBe(view.shape.length - integers);
    }),
  );
});

test("of a view with elements, even an empty cut has its offset inside the memory", () => {
  fc.assert(
    fc.property(cases(), ([view, parts]) => {
      fc.pre(!view.shape.includes(0));
      const { offset } = indexView(view, parts);
      expect(
        offset >= 0 && offset <= view.data.length,
        `offset ${offset} lies in a memory of ${view.data.length}`,
      ).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test("a[i] shows what a[i:i+1] shows, without the axis", () => {
  fc.assert(
    fc.property(plainViews({ minNdim: 1, minLength: 1 }), fc.nat(), (view, pick) => {
      const i = pick % view.shape[0]!;
      const dropped = indexView(view, [i]);
      const kept = indexView(view, [[i, i + 1, null]]);
      expect([1, ...dropped.shape]).toEqual(kept.shape);
      expect(valuesOf(dropped)).toEqual(valuesOf(kept));
    }),
  );
});

test("shape and elements are NumPy's, in every layout", () => {
  fc.assert(
    fc.property(cases(), ([view, parts]) => {
      const expected = arrayOf(view).get(...parts.map(toNumpy));
      const picked = indexView(view, parts);
      expect(picked.shape).toEqual([...expected.shape]);
      expect(valuesOf(picked)).toEqual([expected.tolist()].flat(Infinity));
      expect(picked.data).toBe(view.data);
    }),
    { numRuns: 300 },
  );
});
