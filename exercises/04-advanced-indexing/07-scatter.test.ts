import * as np from "@deep-dive/ndarray";
import { placesOf, plainView, plainViews, valuesOf } from "@deep-dive/ndarray/testing";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { View } from "../02-indexing/01-offset-of.ts";
import { put } from "./07-scatter.ts";

const table = (): View => plainView([2, 3], [0, 1, 2, 3, 4, 5]);
const cases = (): fc.Arbitrary<[View, number[], number[]]> =>
  plainViews({ stretched: false }).chain((view) => {
    const n = valuesOf(view).length;
    const index = fc.integer({ min: -n, max: Math.max(-n, n - 1) });
    return fc.tuple(
      fc.constant<View>(view),
      fc.array(index, { maxLength: n === 0 ? 0 : 8 }),
      fc.array(fc.integer({ min: -99, max: -1 }), { maxLength: 8 }),
    );
  });

test("7 to the first and the last of six", () => {
  const a = table();
  put(a, [0, -1], [7, 7]);
  expect([...a.data]).toEqual([7, 1, 2, 3, 4, 7]);
});

test("element 4 of a 2 x 3 table is [1, 1], also in columns", () => {
  const columns: View = {
    data: Float64Array.of(0, 3, 1, 4, 2, 5),
    shape: [2, 3],
    strides: [1, 2],
    offset: 0,
  };
  put(columns, [4], [9]);
  expect(valuesOf(columns)).toEqual([0, 1, 2, 3, 9, 5]);
});

test("where an index comes twice, the last write stays", () => {
  const a = table();
  put(a, [2, 2, -4], [10, 20, 30]);
  expect([...a.data]).toEqual([0, 1, 30, 3, 4, 5]);
});

test("fewer values are repeated from the start", () => {
  const a = table();
  put(a, [0, 1, 2, 3, 4], [7, 8]);
  expect([...a.data]).toEqual([7, 8, 7, 8, 7, 5]);
});

test("without values nothing is written", () => {
  const a = table();
  put(a, [0, 1], []);
  expect([...a.data]).toEqual([0, 1, 2, 3, 4, 5]);
});

test("an index outside throws, and nothing is written", () => {
  const a = table();
  expect(() => put(a, [0, 6], [9])).toThrow(np.IndexError);
  expect(() => put(a, [0, 6], [9])).toThrow("index 6 is out of bounds for axis 0 with size 6");
  expect(() => put(a, [0, -7], [9])).toThrow("index -7 is out of bounds for axis 0 with size 6");
  expect([...a.data]).toEqual([0, 1, 2, 3, 4, 5]);
});

test("numbers count the view's elements, not the memory's places", () => {
  const a = plainView([6], [0, 1, 2, 3, 4, 5]);
  put({ ...a, shape: [3], strides: [-2], offset: 5 }, [0, 2], [50, 10]);
  expect([...a.data]).toEqual([0, 10, 2, 3, 4, 50]);
});

test("a 0-d view has element 0", () => {
  const a = plainView([], [1]);
  put(a, [0], [5]);
  put(a, [-1], [6]);
  expect([...a.data]).toEqual([6]);
});

test("each named element has the last value written to it, all others are as they were", () => {
  fc.assert(
    fc.property(cases(), ([view, indices, values]) => {
      const places = placesOf(view);
      const expected = [...view.data];
      if (values.length > 0)
        indices.forEach((i, k) => (expected[places.at(i)!] = values[k % values.length]!));
      put(view, indices, values);
      expect([...view.data]).toEqual(expected);
    }),
    { numRuns: 300 },
  );
});

test("what is put at distinct places can be taken again", () => {
  fc.assert(
    fc.property(plainViews({ stretched: false, minLength: 1 }), (view) => {
      const n = valuesOf(view).length;
      const order = Array.from({ length: n }, (_, i) => (i * 7 + 3) % n); // some may come twice
      const distinct = [...new Set(order)];
      put(
        view,
        distinct,
        distinct.map((i) => -i - 1),
      );
      const now = valuesOf(view);
      for (const i of distinct) expect(now[i], `element ${i}`).toBe(-i - 1);
    }),
  );
});
