import * as np from "@deep-dive/ndarray";
import { placesOf, plainViews, valuesOf } from "@deep-dive/ndarray/testing";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { View } from "./01-offset-of.ts";
import { reshape, viewStrides } from "./11-reshape.ts";

const data = Float64Array.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
const wide: View = { data, shape: [2, 6], strides: [6, 1], offset: 0 };
const columns: View = { data, shape: [6, 2], strides: [1, 6], offset: 0 };

const product = (shape: readonly number[]): number => shape.reduce((a, b) => a * b, 1);

/** Every shape of up to 4 axes for `size` elements, 1s thrown in by `salt`. */
function shapeFor(size: number, salt: readonly number[]): number[] {
  if (size === 0) return [...salt.slice(0, 2), 0];
  const shape: number[] = [];
  let rest = size;
  for (const s of salt) {
    const divisors = Array.from({ length: rest }, (_, i) => i + 1).filter((d) => rest % d === 0);
    const length = divisors[s % divisors.length]!;
    shape.push(length);
    rest /= length;
  }
  return rest === 1 ? shape : [...shape, rest];
}

const cases = (): fc.Arbitrary<[View, number[]]> =>
  fc
    .tuple(plainViews(), fc.array(fc.nat(11), { maxLength: 4 }))
    .map(([view, salt]) => [view, shapeFor(product(view.shape), salt)]);

/** Whether strides can show `places` in `shape`: each axis must always move by the same distance. */
function isShowable(places: readonly number[], shape: readonly number[]): boolean {
  const steps = shape.map((_, k) => product(shape.slice(k + 1)));
  const strides = shape.map((n, k) => (n > 1 ? places[steps[k]!]! - places[0]! : 0));
  const shown = placesOf({ shape, strides, offset: places[0] ?? 0 });
  return places.every((place, i) => place === shown[i]);
}

test("2 x 6 becomes 3 x 4 without a copy", () => {
  const result = reshape(wide, [3, 4]);
  expect(result.shape).toEqual([3, 4]);
  expect(result.strides).toEqual([4, 1]);
  expect(result.data).toBe(data);
});

test("-1 is what the other lengths leave over", () => {
  expect(reshape(wide, [4, -1]).shape).toEqual([4, 3]);
  expect(reshape(wide, [-1]).shape).toEqual([12]);
  expect(reshape(wide, [2, -1, 3]).shape).toEqual([2, 2, 3]);
});

test("columns laid end to end need a copy, in row-by-row order", () => {
  const result = reshape(columns, [12]);
  expect(valuesOf(result)).toEqual([0, 6, 1, 7, 2, 8, 3, 9, 4, 10, 5, 11]);
  expect(result.data).not.toBe(data);
});

test("an axis can be cut in two, or get a 1 beside it, even where rows have gaps", () => {
  const everySecondRow: View = { data, shape: [2, 4], strides: [8, 1], offset: 0 };
  expect(reshape(everySecondRow, [2, 2, 2]).strides).toEqual([8, 2, 1]);
  expect(reshape(everySecondRow, [2, 1, 4]).data).toBe(data);
  expect(reshape(everySecondRow, [8]).data).not.toBe(data);
});

test("a column slice stays a view where only a length-1 axis goes", () => {
  const column: View = { data, shape: [3, 1], strides: [4, 99], offset: 1 };
  const result = reshape(column, [3]);
  expect(result.data).toBe(data);
  expect(valuesOf(result)).toEqual([1, 5, 9]);
});

test("a size that does not fit throws, and the message shows both", () => {
  const six: View = { data, shape: [6], strides: [1], offset: 0 };
  expect(() => reshape(six, [4])).toThrow(np.ValueError);
  expect(() => reshape(six, [4])).toThrow("cannot reshape array of size 6 into shape (4,)");
  expect(() => reshape(six, [4, -1])).toThrow("cannot reshape array of size 6 into shape (4,-1)");
});

test("two unknown lengths throw", () => {
  expect(() => reshape(wide, [-1, -1])).toThrow("can only specify one unknown dimension");
});

test("an empty array takes any empty shape, but has no -1 beside a 0", () => {
  const empty: View = { data, shape: [0, 3], strides: [3, 1], offset: 0 };
  expect(reshape(empty, [7, 0]).shape).toEqual([7, 0]);
  expect(reshape(empty, [-1, 5]).shape).toEqual([0, 5]);
  expect(() => reshape(empty, [0, -1])).toThrow(np.ValueError);
});

test("the elements keep their row-by-row order", () => {
  fc.assert(
    fc.property(cases(), ([view, shape]) => {
      const result = reshape(view, shape);
      expect(result.shape).toEqual(shape);
      expect(valuesOf(result), `[${view.shape}] as [${shape}]`).toEqual(valuesOf(view));
    }),
    { numRuns: 300 },
  );
});

test("the result is a view exactly where some strides can show the elements", () => {
  fc.assert(
    fc.property(cases(), ([view, shape]) => {
      const places = placesOf(view);
      const can = isShowable(places, shape);
      expect(
        viewStrides(view, shape) !== null,
        `strides exist for [${view.shape}] as [${shape}]`,
      ).toBe(can);
      expect(
        reshape(view, shape).data === view.data,
        `[${view.shape}] as [${shape}] is a view`,
      ).toBe(can);
    }),
    { numRuns: 500 },
  );
});

test("reshaping there and back gives the same elements", () => {
  fc.assert(
    fc.property(cases(), ([view, shape]) => {
      expect(valuesOf(reshape(reshape(view, shape), view.shape))).toEqual(valuesOf(view));
    }),
  );
});
