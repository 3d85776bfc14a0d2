import { placesOf, plainViews, valuesOf } from "@deep-dive/ndarray/testing";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { View } from "../02-indexing/01-offset-of.ts";
import { type RavelOrder, ravel } from "./14-ravel-orders.ts";

const data = Float64Array.from({ length: 12 }, (_, i) => i);
const rows: View = { data, shape: [2, 3], strides: [3, 1], offset: 0 };
const columns: View = { data, shape: [2, 3], strides: [1, 2], offset: 0 };
const turned = (view: View): View => ({
  ...view,
  shape: view.shape.toReversed(),
  strides: view.strides.toReversed(),
});
const orders = (): fc.Arbitrary<RavelOrder> => fc.constantFrom("C", "F", "K");

/** The view with its axes in the order of the memory, the largest stride first. */
function inMemoryOrder(view: View): View {
  const size = (axis: number): number => Math.abs(view.strides[axis]!);
  const axes = [...view.shape.keys()]
    .filter((axis) => view.shape[axis] !== 1)
    .sort((a, b) => size(b) - size(a) || a - b);
  return {
    ...view,
    shape: axes.map((a) => view.shape[a]!),
    strides: axes.map((a) => view.strides[a]!),
  };
}

/** What the line must hold: places in data, in order. */
const placesIn = (view: View, order: RavelOrder): number[] =>
  placesOf(order === "C" ? view : order === "F" ? turned(view) : inMemoryOrder(view));

test("a fresh table is a line already, row by row", () => {
  expect(ravel(rows)).toEqual({ data, shape: [6], strides: [1], offset: 0 });
  expect(ravel(rows).data).toBe(data);
});

test("column by column it has to be copied: 0, 3, 1, 4, 2, 5", () => {
  const line = ravel(rows, "F");
  expect(valuesOf(line)).toEqual([0, 3, 1, 4, 2, 5]);
  expect(line.data).not.toBe(data);
});

test("a table of columns is a line column by column", () => {
  expect(ravel(columns, "F").data).toBe(data);
  expect(valuesOf(ravel(columns, "C"))).toEqual([0, 2, 4, 1, 3, 5]);
});

test("K keeps the order of the memory, so both are views", () => {
  expect(valuesOf(ravel(rows, "K"))).toEqual([0, 1, 2, 3, 4, 5]);
  expect(valuesOf(ravel(columns, "K"))).toEqual([0, 1, 2, 3, 4, 5]);
  expect(ravel(columns, "K").data).toBe(data);
});

test("K walks a negative stride backwards, and copies", () => {
  const backwards: View = { data, shape: [2, 3], strides: [-3, 1], offset: 3 };
  expect(valuesOf(ravel(backwards, "K"))).toEqual([3, 4, 5, 0, 1, 2]);
  expect(ravel(backwards, "K").data).not.toBe(data);
});

test("a slice without gaps is a view that begins at its offset", () => {
  expect(ravel({ data, shape: [2, 3], strides: [3, 1], offset: 6 })).toEqual({
    data,
    shape: [6],
    strides: [1],
    offset: 6,
  });
});

test("axes of length 1 do not stand in the way", () => {
  const row: View = { data, shape: [1, 4, 1], strides: [99, 1, -7], offset: 2 };
  for (const order of ["C", "F", "K"] as const)
    expect(ravel(row, order)).toEqual({ data, shape: [4], strides: [1], offset: 2 });
});

test("a 0-d view is a line of one, an empty one a line of none", () => {
  expect(ravel({ data, shape: [], strides: [], offset: 5 })).toEqual({
    data,
    shape: [1],
    strides: [1],
    offset: 5,
  });
  expect(ravel({ data, shape: [3, 0], strides: [9, 9], offset: 0 }).shape).toEqual([0]);
});

test("the line has the elements in their order, in every layout", () => {
  fc.assert(
    fc.property(plainViews({ stretched: false }), orders(), (view, order) => {
      const expected = placesIn(view, order).map((place) => view.data[place]);
      expect(
        valuesOf(ravel(view, order)),
        `order ${order} of shape [${view.shape}], strides [${view.strides}]`,
      ).toEqual(expected);
    }),
    { numRuns: 300 },
  );
});

test("the line is a view exactly where each element lies 1 behind the last", () => {
  fc.assert(
    fc.property(plainViews({ minLength: 1 }), orders(), (view, order) => {
      const places = placesIn(view, order);
      const isLine = places.every((place, i) => place === places[0]! + i);
      expect(
        ravel(view, order).data === view.data,
        `order ${order} of shape [${view.shape}], strides [${view.strides}]`,
      ).toBe(isLine);
    }),
    { numRuns: 300 },
  );
});

test("ravel F is ravel C of the transpose", () => {
  fc.assert(
    fc.property(plainViews(), (view) => {
      expect(valuesOf(ravel(view, "F"))).toEqual(valuesOf(ravel(turned(view), "C")));
    }),
  );
});
