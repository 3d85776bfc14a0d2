import * as np from "@deep-dive/ndarray";
import { arrays, dtypes, shapes } from "@deep-dive/ndarray/testing";
import fc from "fast-check";
import { expect, test } from "vitest";
import { nbytes, ndim, size } from "./02-size-ndim-nbytes.ts";

test("a table of 2 rows and 3 columns has 2 axes and 6 elements", () => {
  expect(ndim([2, 3])).toBe(2);
  expect(size([2, 3])).toBe(6);
});

test("a 0-d array has no axis and one element", () => {
  expect(ndim([])).toBe(0);
  expect(size([])).toBe(1);
});

test("six int16 take 12 bytes, six complex128 take 96", () => {
  expect(nbytes([2, 3], "int16")).toBe(12);
  expect(nbytes([2, 3], "complex128")).toBe(96);
});

test("an axis of length 0 leaves no element and no byte", () => {
  fc.assert(
    fc.property(shapes(), shapes(), dtypes(), (before, after, dtype) => {
      const shape = [...before, 0, ...after];
      expect(size(shape), `size of [${shape}]`).toBe(0);
      expect(nbytes(shape, dtype), `bytes of [${shape}]`).toBe(0);
    }),
  );
});

test("an axis of length 1 changes ndim and nothing else", () => {
  fc.assert(
    fc.property(shapes(), dtypes(), (shape, dtype) => {
      expect(ndim([1, ...shape]), `ndim of [${[1, ...shape]}]`).toBe(shape.length + 1);
      expect(size([1, ...shape]), `size of [${[1, ...shape]}]`).toBe(size(shape));
      expect(nbytes([...shape, 1], dtype)).toBe(nbytes(shape, dtype));
    }),
  );
});

test("the size is how often a loop over every axis runs", () => {
  const visits = ([length, ...rest]: readonly number[]): number => {
    if (length === undefined) return 1;
    let count = 0;
    for (let i = 0; i < length; i++) count += visits(rest);
    return count;
  };
  fc.assert(
    fc.property(shapes(), (shape) => {
      expect(size(shape), `size of [${shape}]`).toBe(visits(shape));
    }),
  );
});

test("every array agrees, whatever its dtype and layout", () => {
  fc.assert(
    fc.property(arrays(), (a) => {
      expect(ndim(a.shape)).toBe(a.ndim);
      expect(size(a.shape)).toBe(a.size);
      expect(nbytes(a.shape, a.dtype.name), `bytes of ${a.dtype.name} [${a.shape}]`).toBe(a.nbytes);
    }),
  );
});

test("the shape is left as it was", () => {
  const shape = [2, 3, 4];
  size(shape);
  nbytes(shape, "int8");
  expect(shape).toEqual([2, 3, 4]);
  expect(np.dtype("int8").itemsize).toBe(1);
});
