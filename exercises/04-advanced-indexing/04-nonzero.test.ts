import * as np from "@deep-dive/ndarray";
import { arrayOf, plainView, plainViews, valuesOf } from "@deep-dive/ndarray/testing";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { View } from "../02-indexing/01-offset-of.ts";
import { maskAt, nonzero } from "./04-nonzero.ts";

/** Views in every layout in which many elements are 0. */
const sparse = (minNdim: number): fc.Arbitrary<View> =>
  plainViews({ minNdim }).map((view): View => ({
    ...view,
    data: view.data.map((x) => (x % 3 === 0 ? 0 : x)),
  }));

test("a table of six with three hits", () => {
  expect(nonzero(plainView([2, 3], [0, 5, 0, 7, 8, 0]))).toEqual([
    [0, 1, 1],
    [1, 0, 1],
  ]);
});

test("a line has one list", () => {
  expect(nonzero(plainView([4], [3, 0, 0, -1]))).toEqual([[0, 3]]);
});

test("the positions 0, 1 / 1, 0 / 1, 1 as a mask", () => {
  expect(
    maskAt(
      [
        [0, 1, 1],
        [1, 0, 1],
      ],
      [2, 3],
    ),
  ).toEqual(Uint8Array.of(0, 1, 0, 1, 1, 0));
});

test("NaN is not zero, and -0 is", () => {
  expect(nonzero(plainView([4], [Number.NaN, -0, 0, Infinity]))).toEqual([[0, 3]]);
});

test("no hits make empty lists, one for each axis", () => {
  expect(nonzero(plainView([2, 2], [0, 0, 0, 0]))).toEqual([[], []]);
  expect(nonzero(plainView([3, 0], []))).toEqual([[], []]);
  expect(maskAt([[], []], [2, 2])).toEqual(Uint8Array.of(0, 0, 0, 0));
});

test("a 0-d view throws", () => {
  expect(() => nonzero(plainView([], [1]))).toThrow(np.ValueError);
  expect(() => nonzero(plainView([], [1]))).toThrow("Calling nonzero on 0d arrays is not allowed");
});

test("columns first in memory, and still row by row", () => {
  const columns: View = {
    data: Float64Array.of(1, 2, 3, 0),
    shape: [2, 2],
    strides: [1, 2],
    offset: 0,
  };
  expect(nonzero(columns)).toEqual([
    [0, 0, 1],
    [0, 1, 0],
  ]);
});

test("there are as many positions as elements that are not 0, for every axis", () => {
  fc.assert(
    fc.property(sparse(1), (view) => {
      const hits = valuesOf(view).filter((x) => x !== 0).length;
      expect(nonzero(view).map((list) => list.length)).toEqual(view.shape.map(() => hits));
    }),
  );
});

test("reading at the positions gives the elements that are not 0, in order", () => {
  fc.assert(
    fc.property(sparse(1), (view) => {
      const lists = nonzero(view);
      const values = (lists[0] ?? []).map(
        (_, k) =>
          view.data[view.strides.reduce((at, s, axis) => at + s * lists[axis]![k]!, view.offset)],
      );
      expect(values).toEqual(valuesOf(view).filter((x) => x !== 0));
    }),
    { numRuns: 200 },
  );
});

test("the mask of the positions is where the elements are not 0", () => {
  fc.assert(
    fc.property(sparse(1), (view) => {
      expect([...maskAt(nonzero(view), view.shape)]).toEqual(
        valuesOf(view).map((x) => Number(x !== 0)),
      );
    }),
  );
});

test("the lists are NumPy's", () => {
  fc.assert(
    fc.property(sparse(1), (view) => {
      expect(nonzero(view)).toEqual(np.nonzero(arrayOf(view)).map((list) => list.tolist()));
    }),
  );
});
