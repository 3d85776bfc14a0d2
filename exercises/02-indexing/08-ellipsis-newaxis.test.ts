import * as np from "@deep-dive/ndarray";
import {
  type BasicPart,
  arrayOf,
  basicIndices,
  plainViews,
  valuesOf,
} from "@deep-dive/ndarray/testing";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { View } from "./01-offset-of.ts";
import type { SliceParts } from "./03-slice-indices.ts";
import { type AnyPart, index, normalize } from "./08-ellipsis-newaxis.ts";

const WHOLE: SliceParts = [null, null, null];
const cube: View = {
  data: Float64Array.from({ length: 24 }, (_, i) => i),
  shape: [2, 3, 4],
  strides: [12, 4, 1],
  offset: 0,
};
const fromNumpy = (part: BasicPart): AnyPart =>
  part instanceof np.Slice ? [part.start, part.stop, part.step] : part;

const cases = (): fc.Arbitrary<[View, BasicPart[]]> =>
  plainViews().chain((view) => fc.tuple(fc.constant<View>(view), basicIndices(view.shape)));

test("..., 0 of three axes has two whole slices in front", () => {
  expect(normalize(["...", 0], 3)).toEqual([WHOLE, WHOLE, 0]);
});

test("without an ellipsis the missing axes are at the end", () => {
  expect(normalize([1], 3)).toEqual([1, WHOLE, WHOLE]);
  expect(normalize([], 2)).toEqual([WHOLE, WHOLE]);
});

test("a new axis uses up none", () => {
  expect(normalize([null, 1], 2)).toEqual([null, 1, WHOLE]);
  expect(normalize([WHOLE, null, "...", null], 2)).toEqual([WHOLE, null, WHOLE, null]);
});

test("an ellipsis may stand for no axis at all", () => {
  expect(normalize([1, "...", 2], 2)).toEqual([1, 2]);
  expect(normalize(["..."], 0)).toEqual([]);
});

test("two ellipses throw", () => {
  expect(() => normalize(["...", "..."], 4)).toThrow(np.IndexError);
  expect(() => normalize(["...", "..."], 4)).toThrow(
    "an index can only have a single ellipsis ('...')",
  );
});

test("too many parts throw, and new axes do not count", () => {
  expect(() => normalize([0, 0], 1)).toThrow(
    "too many indices for array: array is 1-dimensional, but 2 were indexed",
  );
  expect(() => normalize([0, "...", 0], 1)).toThrow(
    "too many indices for array: array is 1-dimensional, but 2 were indexed",
  );
  expect(normalize([null, null, 0], 1)).toEqual([null, null, 0]);
});

test("a[:, None] of a line is a column", () => {
  const line: View = { data: Float64Array.of(5, 6, 7), shape: [3], strides: [1], offset: 0 };
  expect(index(line, [WHOLE, null]).shape).toEqual([3, 1]);
  expect(index(line, [null]).shape).toEqual([1, 3]);
});

test("a new axis stands between what is left of the others", () => {
  expect(index(cube, [0, null, WHOLE, null, 1]).shape).toEqual([1, 3, 1]);
  expect(index(cube, ["...", null]).shape).toEqual([2, 3, 4, 1]);
  expect(valuesOf(index(cube, [1, "...", 2, null]))).toEqual([14, 18, 22]);
});

test("a 0-d view can get axes, too", () => {
  const dot: View = { data: Float64Array.of(9), shape: [], strides: [], offset: 0 };
  expect(index(dot, [null, "...", null]).shape).toEqual([1, 1]);
});

test("axes of the result: those of the view, less the integers, plus the new ones", () => {
  fc.assert(
    fc.property(cases(), ([view, parts]) => {
      const integers = parts.filter((part) => typeof part === "number").length;
      const added = parts.filter((part) => part === null).length;
      expect(index(view, parts.map(fromNumpy)).shape.length).toBe(
        view.shape.length - integers + added,
      );
    }),
  );
});

test("a normalized index is its own normal form", () => {
  fc.assert(
    fc.property(cases(), ([view, parts]) => {
      const once = normalize(parts.map(fromNumpy), view.shape.length);
      expect(normalize(once, view.shape.length)).toEqual(once);
    }),
  );
});

test("shape and elements are NumPy's, in every layout, and the memory is the same", () => {
  fc.assert(
    fc.property(cases(), ([view, parts]) => {
      const expected = arrayOf(view).get(...parts);
      const picked = index(view, parts.map(fromNumpy));
      expect(picked.shape).toEqual([...expected.shape]);
      expect(valuesOf(picked)).toEqual([expected.tolist()].flat(Infinity));
      expect(picked.data).toBe(view.data);
    }),
    { numRuns: 300 },
  );
});
