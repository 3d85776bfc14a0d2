import * as np from "@deep-dive/ndarray";
import { dtypes, placesOf, shapes, slices } from "@deep-dive/ndarray/testing";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { SliceParts } from "../02-indexing/03-slice-indices.ts";
import { whichSlice } from "./09-which-slice.ts";

const text = (list: readonly SliceParts[]): string =>
  `[${list.map((s) => s.map((part) => part ?? "").join(":")).join(", ")}]`;
const cut = (base: np.NDArray, list: readonly SliceParts[]): np.NDArray =>
  base.get(...list.map((s) => np.slice(...s)));

function expectSame(base: np.NDArray, view: np.NDArray): void {
  const found = whichSlice(base, view);
  expect(found.length, "one slice for each axis").toBe(base.ndim);
  const again = cut(base, found);
  expect([...again.shape], `shape of base${text(found)}`).toEqual([...view.shape]);
  expect(placesOf(again), `addresses of base${text(found)}`).toEqual(placesOf(view));
}

test("1:8:3 of ten is found again", () => {
  const a = np.arange(10);
  expectSame(a, a.get("1:8:3"));
});

test("::-1 is found again, though its walk ends before 0", () => {
  const a = np.arange(10);
  expectSame(a, a.get("::-1"));
  expectSame(a, a.get("6::-2"));
});

test("1:3, ::2 of a table is found again", () => {
  const a = np.zeros([4, 6]);
  expectSame(a, a.get("1:3", "::2"));
  expectSame(a, a.get("::-2", "4:1:-1"));
});

test("a single element is a slice of length 1 on each axis", () => {
  const a = np.zeros([3, 4, 5], { dtype: "int16" });
  expectSame(a, a.get("2:3", "0:1", "4:5"));
});

test("the last column is not confused with the row before", () => {
  const a = np.zeros([4, 6], { dtype: "uint8" });
  expectSame(a, a.get("1:", "5:"));
  expectSame(a, a.get("1:", ":1"));
});

test("a view of a view is one slice of the base", () => {
  const a = np.zeros([9, 8]);
  expectSame(a, a.get("1:", "::-1").get("::3", "1::2"));
});

test("a view without elements has its shape again", () => {
  const a = np.zeros([4, 6]);
  expectSame(a, a.get("3:1", "::2"));
  expectSame(a, a.get(":", "6:"));
});

test("a 0-d array needs no slice", () => {
  const a = np.zeros([]);
  expect(whichSlice(a, a)).toEqual([]);
});

test("whatever slices made the view, the ones found show the same addresses", () => {
  const cases = fc
    .tuple(shapes({ minSide: 1, maxDims: 3, maxSide: 7 }), dtypes())
    .chain(([shape, dtype]) =>
      fc.tuple(fc.constant(shape), fc.constant(dtype), fc.tuple(...shape.map((n) => slices(n)))),
    );
  fc.assert(
    fc.property(cases, ([shape, dtype, list]) => {
      const base = np.zeros(shape, { dtype });
      expectSame(base, base.get(...list));
    }),
    { numRuns: 300 },
  );
});
