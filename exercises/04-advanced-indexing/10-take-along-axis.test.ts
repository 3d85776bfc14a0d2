import * as np from "@deep-dive/ndarray";
import { arrayOf, plainView, plainViews, valuesOf } from "@deep-dive/ndarray/testing";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { View } from "../02-indexing/01-offset-of.ts";
import { type Indices, argsort, takeAlong } from "./10-take-along-axis.ts";

const line = (...values: number[]): View => plainView([values.length], values);
const positions = (shape: readonly number[], values: readonly number[]): Indices => ({
  ...plainView(shape, []),
  data: Int32Array.from(values),
});
const table = (): View => plainView([2, 3], [30, 10, 20, 5, 7, 6]);

/** Views whose elements are few, so that many are equal, and one of their axes. */
const cases = (): fc.Arbitrary<[View, number]> =>
  plainViews({ minNdim: 1 }).chain((view) =>
    fc.tuple(
      fc
        .constantFrom(3, 5, 100)
        .map((few): View => ({ ...view, data: view.data.map((x) => (x * 7) % few) })),
      fc.integer({ min: -view.shape.length, max: view.shape.length - 1 }),
    ),
  );

/** The lines along an axis, as lists. */
function lines(view: View<ArrayLike<number> & { [i: number]: number }>, axis: number): number[][] {
  const at = axis < 0 ? axis + view.shape.length : axis;
  const starts = valuesOf({
    data: Float64Array.from({ length: 1000 }, (_, i) => i),
    shape: view.shape.toSpliced(at, 1),
    strides: view.strides.toSpliced(at, 1),
    offset: view.offset,
  });
  return starts.map((start) =>
    Array.from({ length: view.shape[at]! }, (_, i) => view.data[start + i * view.strides[at]!]!),
  );
}

test("30, 10, 20 is sorted by the positions 1, 2, 0", () => {
  expect(valuesOf(argsort(line(30, 10, 20), 0))).toEqual([1, 2, 0]);
});

test("each row has its own order, and each column too", () => {
  expect(valuesOf(argsort(table(), 1))).toEqual([1, 2, 0, 0, 2, 1]);
  expect(valuesOf(argsort(table(), 0))).toEqual([1, 1, 1, 0, 0, 0]);
  expect(argsort(table(), -1)).toEqual(argsort(table(), 1));
});

test("picking along axis 1: the last of row 0, the first of row 1", () => {
  const picked = takeAlong(table(), positions([2, 1], [-1, 0]), 1);
  expect(picked.shape).toEqual([2, 1]);
  expect(valuesOf(picked)).toEqual([20, 5]);
});

test("equal elements stay in order", () => {
  expect(valuesOf(argsort(line(2, 1, 2, 1), 0))).toEqual([1, 3, 0, 2]);
});

test("positions count from either end: -3 is the first of three", () => {
  expect(valuesOf(takeAlong(table(), positions([2, 1], [-3, -2]), 1))).toEqual([30, 7]);
});

test("a table of six numbers has six positions, and no more memory than that", () => {
  expect(argsort(table(), 1).data.length).toBe(6);
});

test("numbers are sorted as numbers: 9 before 10", () => {
  expect(valuesOf(argsort(line(10, 9, -1), 0))).toEqual([2, 1, 0]);
});

test("NaN comes last, wherever it stood", () => {
  expect(valuesOf(argsort(line(Number.NaN, 3, Number.NaN, 1), 0))).toEqual([3, 1, 0, 2]);
  expect(valuesOf(argsort(line(2, Number.NaN, 1, Infinity), 0))).toEqual([2, 0, 3, 1]);
});

test("an axis that is not there and a position outside throw", () => {
  expect(() => argsort(table(), 2)).toThrow(np.AxisError);
  expect(() => takeAlong(table(), positions([2, 1], [0, 0]), -3)).toThrow(
    "axis -3 is out of bounds for array of dimension 2",
  );
  expect(() => takeAlong(table(), positions([2, 1], [0, 3]), 1)).toThrow(np.IndexError);
  expect(() => takeAlong(table(), positions([2, 1], [0, 3]), 1)).toThrow(
    "index 3 is out of bounds for axis 1 with size 3",
  );
});

test("each line of argsort is a permutation", () => {
  fc.assert(
    fc.property(cases(), ([view, axis]) => {
      const order = argsort(view, axis);
      expect(order.shape).toEqual(view.shape);
      for (const list of lines(order, axis))
        expect(list.toSorted((a, b) => a - b)).toEqual(list.map((_, i) => i));
    }),
  );
});

test("taking along argsort sorts each line, in every layout", () => {
  fc.assert(
    fc.property(cases(), ([view, axis]) => {
      const sorted = takeAlong(view, argsort(view, axis), axis);
      const expected = lines(view, axis).map((list) => list.toSorted((a, b) => a - b));
      expect(lines(sorted, axis)).toEqual(expected);
    }),
    { numRuns: 200 },
  );
});

test("among equals the earlier position comes first", () => {
  fc.assert(
    fc.property(cases(), ([view, axis]) => {
      const orders = lines(argsort(view, axis), axis);
      for (const [k, list] of lines(view, axis).entries()) {
        const order = orders[k]!;
        for (let i = 1; i < order.length; i++) {
          const [a, b] = [order[i - 1]!, order[i]!];
          expect(
            list[a]! < list[b]! || (list[a] === list[b] && a < b),
            `${a} before ${b} in [${list}]`,
          ).toBe(true);
        }
      }
    }),
  );
});

test("the orders and the picked elements are NumPy's", () => {
  fc.assert(
    fc.property(cases(), ([view, axis]) => {
      const array = arrayOf(view);
      const order = np.argsort(array, { axis, stable: true });
      expect(valuesOf(argsort(view, axis))).toEqual([order.tolist()].flat(Infinity));
      const descending = np.flip(order, { axis });
      const given = positions(
        [...descending.shape],
        [descending.tolist()].flat(Infinity).map(Number),
      );
      expect(valuesOf(takeAlong(view, given, axis))).toEqual(
        [np.take_along_axis(array, descending, { axis }).tolist()].flat(Infinity),
      );
    }),
  );
});
