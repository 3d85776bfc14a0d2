import fc from "fast-check";
import { expect, test } from "vitest";
import "../methods/core.ts"; // for tolist
import {
  type PlainView,
  arrayOf,
  placesOf,
  plainView,
  plainViews,
  valuesOf,
} from "./plain-view.ts";

test("a table in columns is read row by row", () => {
  const columns: PlainView = {
    data: Float64Array.of(0, 1, 2, 3, 4, 5),
    shape: [2, 3],
    strides: [1, 2],
    offset: 0,
  };
  expect(placesOf(columns)).toEqual([0, 2, 4, 1, 3, 5]);
  expect(arrayOf(columns).tolist()).toEqual([
    [0, 2, 4],
    [1, 3, 5],
  ]);
});

test("a plain view of fresh memory is C-contiguous", () => {
  expect(plainView([2, 2], [1, 2, 3, 4])).toEqual({
    data: Float64Array.of(1, 2, 3, 4),
    shape: [2, 2],
    strides: [2, 1],
    offset: 0,
  });
  expect(valuesOf(plainView([], [7]))).toEqual([7]);
});

test("every element of a generated view lies in its memory, and its value says where", () => {
  fc.assert(
    fc.property(plainViews(), (view) => {
      expect(view.offset >= 0 && view.offset <= view.data.length).toBe(true);
      expect(valuesOf(view)).toEqual(placesOf(view));
      expect([...arrayOf(view).shape]).toEqual(view.shape);
    }),
  );
});

test("without stretched axes no two elements share a place", () => {
  fc.assert(
    fc.property(plainViews({ stretched: false }), (view) => {
      const places = placesOf(view);
      expect(new Set(places).size).toBe(places.length);
    }),
  );
});

test("every kind of layout comes up: 0-d, empty, columns, gaps, backwards, stretched", () => {
  const views = fc.sample(plainViews(), { numRuns: 1000, seed: 1 });
  const kinds: Readonly<Record<string, (v: PlainView) => boolean>> = {
    "0-d": (v) => v.shape.length === 0,
    empty: (v) => v.shape.includes(0),
    columns: (v) => v.shape.length === 2 && v.strides[0]! > 0 && v.strides[0]! < v.strides[1]!,
    gaps: (v) => v.shape.length === 1 && v.strides[0]! > 1,
    backwards: (v) => v.strides.some((s) => s < 0),
    stretched: (v) => v.strides.some((s, k) => s === 0 && v.shape[k]! > 1),
    offset: (v) => v.offset > 0,
  };
  for (const [kind, is] of Object.entries(kinds)) expect(views.some(is), kind).toBe(true);
});
