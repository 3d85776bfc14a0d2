import * as np from "@deep-dive/ndarray";
import { placesOf, plainView, plainViews, valuesOf } from "@deep-dive/ndarray/testing";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { View } from "../02-indexing/01-offset-of.ts";
import { type Mask, assign, select } from "./03-boolean-mask.ts";

const line = (): View => plainView([4], [5, 6, 7, 8]);
const table = (): View => plainView([2, 3], [0, 1, 2, 3, 4, 5]);
const maskOf = (shape: readonly number[], bits: readonly number[]): Mask => ({
  ...plainView(shape, []),
  data: Uint8Array.from(bits),
});

/** A mask of the view's shape in a layout of its own: columns first, behind one unused place. */
function columnMask(view: View, bits: readonly boolean[]): Mask {
  let step = 1;
  const strides = view.shape.map((n) => (step *= n) / n || 0);
  const mask: Mask = { data: new Uint8Array(step + 1), shape: view.shape, strides, offset: 1 };
  placesOf(mask).forEach((place, i) => (mask.data[place] = bits[i] ? 1 : 0));
  return mask;
}

/** A view and a yes or no for each of its elements. */
const cases = (stretched: boolean): fc.Arbitrary<[View, boolean[]]> =>
  plainViews({ stretched }).chain((view) => {
    const size = valuesOf(view).length;
    return fc.tuple(
      fc.constant<View>(view),
      fc.array(fc.boolean(), { minLength: size, maxLength: size }),
    );
  });

test("the first and the third of four", () => {
  expect([...select(line(), maskOf([4], [1, 0, 1, 0]))]).toEqual([5, 7]);
});

test("from a table the elements come row by row", () => {
  expect([...select(table(), maskOf([2, 3], [0, 1, 1, 1, 0, 0]))]).toEqual([1, 2, 3]);
});

test("one number is written everywhere, and nowhere else", () => {
  const view = table();
  assign(view, maskOf([2, 3], [1, 0, 0, 0, 0, 1]), 9);
  expect([...view.data]).toEqual([9, 1, 2, 3, 4, 9]);
});

test("a list is written one after the other, row by row", () => {
  const view = table();
  assign(view, maskOf([2, 3], [0, 1, 0, 1, 0, 1]), [10, 20, 30]);
  expect([...view.data]).toEqual([0, 10, 2, 20, 4, 30]);
});

test("a list of one does for all, also for none", () => {
  const view = line();
  assign(view, maskOf([4], [1, 1, 0, 0]), [3]);
  assign(view, maskOf([4], [0, 0, 0, 0]), [9]);
  expect([...view.data]).toEqual([3, 3, 7, 8]);
});

test("a list of the wrong length throws, and nothing is written", () => {
  const view = line();
  const mask = maskOf([4], [1, 1, 1, 0]);
  expect(() => assign(view, mask, [1, 2])).toThrow(np.ValueError);
  expect(() => assign(view, mask, [1, 2])).toThrow(
    "NumPy boolean array indexing assignment cannot assign 2 input values to the 3 output values where the mask is true",
  );
  expect(() => assign(view, mask, [1, 2, 3, 4])).toThrow(np.ValueError);
  expect([...view.data]).toEqual([5, 6, 7, 8]);
});

test("a mask of another shape throws and names the axis", () => {
  expect(() => select(table(), maskOf([2, 2], [1, 1, 1, 1]))).toThrow(np.IndexError);
  expect(() => select(table(), maskOf([2, 2], [1, 1, 1, 1]))).toThrow(
    "boolean index did not match indexed array along axis 1; size of axis is 3 but size of corresponding boolean axis is 2",
  );
  expect(() => select(table(), maskOf([3, 2], [1, 1, 1, 1, 1, 1]))).toThrow(
    "along axis 0; size of axis is 2",
  );
  expect(() => assign(line(), maskOf([3], [1, 1, 1]), 0)).toThrow(np.IndexError);
});

test("a mask with another number of axes throws", () => {
  expect(() => select(line(), maskOf([2, 2], [1, 1, 1, 1]))).toThrow(
    "too many indices for array: array is 1-dimensional, but 2 were indexed",
  );
});

test("a 0-d mask selects its one element or none", () => {
  expect([...select(plainView([], [7]), maskOf([], [1]))]).toEqual([7]);
  expect([...select(plainView([], [7]), maskOf([], [0]))]).toEqual([]);
});

test("there are as many as the mask has ones, in row-by-row order, in every layout", () => {
  fc.assert(
    fc.property(cases(true), ([view, bits]) => {
      const expected = valuesOf(view).filter((_, i) => bits[i]);
      expect([...select(view, columnMask(view, bits))]).toEqual(expected);
    }),
    { numRuns: 200 },
  );
});

test("a mask and its opposite have every element between them", () => {
  fc.assert(
    fc.property(cases(true), ([view, bits]) => {
      const yes = select(view, columnMask(view, bits));
      const no = select(
        view,
        columnMask(
          view,
          bits.map((bit) => !bit),
        ),
      );
      expect([...yes, ...no].toSorted((a, b) => a - b)).toEqual(
        valuesOf(view).toSorted((a, b) => a - b),
      );
    }),
  );
});

test("what was assigned is selected again, and every other place is as it was", () => {
  fc.assert(
    fc.property(cases(false), ([view, bits]) => {
      const mask = columnMask(view, bits);
      const values = bits.filter(Boolean).map((_, i) => -1 - i);
      const before = Float64Array.from(view.data);
      assign(view, mask, values);
      expect([...select(view, mask)], "selected again").toEqual(values);
      const places = placesOf(view).filter((_, i) => bits[i]);
      places.forEach((place) => (view.data[place] = before[place]!));
      expect(view.data, "all other places").toEqual(before);
    }),
    { numRuns: 200 },
  );
});
