import * as np from "@deep-dive/ndarray";
import { arrayOf, plainView, plainViews, valuesOf } from "@deep-dive/ndarray/testing";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { View } from "../02-indexing/01-offset-of.ts";
import { ix, outerIndex } from "./05-outer-indexing.ts";

const table = (): View =>
  plainView(
    [3, 4],
    Array.from({ length: 12 }, (_, i) => i),
  );
const lists = (shape: readonly number[]): fc.Arbitrary<number[][]> =>
  fc.tuple(
    ...shape.map((n) =>
      fc.array(fc.integer({ min: -n, max: Math.max(-n, n - 1) }), { maxLength: n === 0 ? 0 : 3 }),
    ),
  );
const cases = (): fc.Arbitrary<[View, number[][]]> =>
  plainViews({ minNdim: 1 }).chain((view) =>
    fc
      .nat(view.shape.length)
      .chain((used) => fc.tuple(fc.constant<View>(view), lists(view.shape.slice(0, used)))),
  );

test("rows 0 and 2 with columns 3, 1 and 0", () => {
  const mesh = outerIndex(table(), [
    [0, 2],
    [3, 1, 0],
  ]);
  expect(mesh.shape).toEqual([2, 3]);
  expect(valuesOf(mesh)).toEqual([3, 1, 0, 11, 9, 8]);
});

test("two lists of two make four elements, not two", () => {
  expect(
    valuesOf(
      outerIndex(table(), [
        [0, 1],
        [0, 1],
      ]),
    ),
  ).toEqual([0, 1, 4, 5]);
});

test("the open mesh of two lists is a column and a row", () => {
  expect(
    ix([
      [0, 2],
      [1, 3, 5],
    ]),
  ).toEqual([
    { data: [0, 2], shape: [2, 1] },
    { data: [1, 3, 5], shape: [1, 3] },
  ]);
});

test("one list is a line, three make three axes", () => {
  expect(ix([[4, 4]])).toEqual([{ data: [4, 4], shape: [2] }]);
  expect(ix([[0], [1, 2], []]).map(({ shape }) => shape)).toEqual([
    [1, 1, 1],
    [1, 2, 1],
    [1, 1, 0],
  ]);
});

test("fewer lists than axes leave the last axes whole", () => {
  const rows = outerIndex(table(), [[-1, 0]]);
  expect(rows.shape).toEqual([2, 4]);
  expect(valuesOf(rows)).toEqual([8, 9, 10, 11, 0, 1, 2, 3]);
});

test("positions outside and lists too many throw", () => {
  expect(() => outerIndex(table(), [[0], [4]])).toThrow(
    "index 4 is out of bounds for axis 1 with size 4",
  );
  expect(() => outerIndex(table(), [[-4]])).toThrow(np.IndexError);
  expect(() => outerIndex(plainView([2], [1, 2]), [[0], [0]])).toThrow(
    "too many indices for array: array is 1-dimensional, but 2 were indexed",
  );
});

test("an empty list leaves an axis of length 0", () => {
  expect(outerIndex(table(), [[0, 1], []]).shape).toEqual([2, 0]);
});

test("the shape is the lengths of the lists, then the whole axes", () => {
  fc.assert(
    fc.property(cases(), ([view, list]) => {
      expect(outerIndex(view, list).shape).toEqual([
        ...list.map((l) => l.length),
        ...view.shape.slice(list.length),
      ]);
    }),
  );
});

test("picking axis after axis gives the same, in every layout", () => {
  fc.assert(
    fc.property(cases(), ([view, list]) => {
      let expected = arrayOf(view);
      for (const [axis, positions] of list.entries())
        expected = np.take(expected, np.asarray(positions, { dtype: "int32" }), { axis });
      expect(valuesOf(outerIndex(view, list))).toEqual([expected.tolist()].flat(Infinity));
    }),
    { numRuns: 200 },
  );
});

test("NumPy picks the same with the mesh of ix", () => {
  fc.assert(
    fc.property(cases(), ([view, list]) => {
      const mesh = ix(list).map(({ data, shape }) =>
        np.reshape(np.asarray([...data], { dtype: "int32" }), shape),
      );
      const picked = arrayOf(view).get(...mesh);
      expect(valuesOf(outerIndex(view, list))).toEqual([picked.tolist()].flat(Infinity));
    }),
  );
});

test("the result is a copy", () => {
  const view = table();
  outerIndex(view, [
    [0, 1, 2],
    [0, 1, 2, 3],
  ]).data.fill(-1);
  expect([...view.data]).toEqual([...table().data]);
});
