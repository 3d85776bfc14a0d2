import * as np from "@deep-dive/ndarray";
import { shapes } from "@deep-dive/ndarray/testing";
import fc from "fast-check";
import { expect, test } from "vitest";
import { type Nested, fromNested, toNested } from "./01-nested-to-array.ts";

const product = (shape: readonly number[]): number => shape.reduce((a, b) => a * b, 1);

/** Lists nested by `shape`, with 0, 1, 2, … row by row. */
function counted([length, ...rest]: readonly number[], first = 0): Nested {
  if (length === undefined) return first;
  return Array.from({ length }, (_, i) => counted(rest, first + i * product(rest)));
}

test("two rows of three become six numbers and the shape [2, 3]", () => {
  const flat = fromNested([
    [1, 2, 3],
    [4, 5, 6],
  ]);
  expect([...flat.data]).toEqual([1, 2, 3, 4, 5, 6]);
  expect(flat.shape).toEqual([2, 3]);
  expect(toNested(flat)).toEqual([
    [1, 2, 3],
    [4, 5, 6],
  ]);
});

test("a plain number has the shape []", () => {
  const flat = fromNested(7);
  expect([...flat.data]).toEqual([7]);
  expect(flat.shape).toEqual([]);
  expect(toNested(flat)).toBe(7);
});

test("empty lists have a shape, too", () => {
  expect(fromNested([]).shape).toEqual([0]);
  expect(fromNested([[], []]).shape).toEqual([2, 0]);
  expect(toNested({ data: new Float64Array(0), shape: [2, 0] })).toEqual([[], []]);
});

test("rows of different lengths throw", () => {
  expect(() => fromNested([[1, 2], [3]])).toThrow(np.ValueError);
  expect(() => fromNested([[1, 2], [3]])).toThrow("inhomogeneous shape");
  expect(() => fromNested([[1], [2, 3]])).toThrow(np.ValueError);
});

test("a number beside a list throws", () => {
  expect(() => fromNested([[1], 2])).toThrow(np.ValueError);
  expect(() => fromNested([1, [2]])).toThrow(np.ValueError);
  expect(() => fromNested([[[1]], [2]])).toThrow(np.ValueError);
});

test("a ragged list deep inside throws, even when the sizes add up", () => {
  expect(() =>
    fromNested([
      [[1, 2], [3]],
      [[4], [5, 6]],
    ]),
  ).toThrow(np.ValueError);
  expect(() => fromNested([[], [1]])).toThrow(np.ValueError);
});

test("the numbers come row by row, the last axis fastest", () => {
  fc.assert(
    fc.property(shapes({ minSide: 1 }), (shape) => {
      const flat = fromNested(counted(shape));
      expect(flat.shape).toEqual(shape);
      expect([...flat.data]).toEqual(Array.from({ length: product(shape) }, (_, i) => i));
    }),
  );
});

test("there and back gives the same lists", () => {
  fc.assert(
    fc.property(shapes(), (shape) => {
      const nested = counted(shape);
      expect(toNested(fromNested(nested)), `lists of shape [${shape}]`).toEqual(nested);
    }),
  );
});
