import * as np from "@deep-dive/ndarray";
import { dtypes, placesOf, shapes } from "@deep-dive/ndarray/testing";
import fc from "fast-check";
import { expect, test } from "vitest";
import { type Order, stridesFor } from "./01-c-and-f-strides.ts";

const orders = (): fc.Arbitrary<Order> => fc.constantFrom("C", "F");
const itemsizes = (): fc.Arbitrary<number> => fc.constantFrom(1, 2, 4, 8, 16);

test("row by row, a 2 x 3 float64 array has strides 24 and 8", () => {
  expect(stridesFor([2, 3], 8, "C")).toEqual([24, 8]);
});

test("column by column it has strides 8 and 16", () => {
  expect(stridesFor([2, 3], 8, "F")).toEqual([8, 16]);
});

test("three axes of int16: 24, 8, 2 in order C and 2, 4, 12 in order F", () => {
  expect(stridesFor([2, 3, 4], 2, "C")).toEqual([24, 8, 2]);
  expect(stridesFor([2, 3, 4], 2, "F")).toEqual([2, 4, 12]);
});

test("a 0-d array has no strides", () => {
  expect(stridesFor([], 8, "C")).toEqual([]);
  expect(stridesFor([], 8, "F")).toEqual([]);
});

test("an axis of length 1 gets the stride of its place", () => {
  expect(stridesFor([4, 1, 5], 2, "C")).toEqual([10, 10, 2]);
  expect(stridesFor([4, 1, 5], 2, "F")).toEqual([2, 8, 8]);
});

test("an axis of length 0 counts as length 1", () => {
  expect(stridesFor([2, 0, 3], 8, "C")).toEqual([24, 24, 8]);
  expect(stridesFor([2, 0, 3], 8, "F")).toEqual([8, 16, 16]);
});

test("the addresses are 0, itemsize, 2 * itemsize, … up to the last byte, each once", () => {
  fc.assert(
    fc.property(shapes(), itemsizes(), orders(), (shape, itemsize, order) => {
      const places = placesOf({ shape, strides: stridesFor(shape, itemsize, order), offset: 0 });
      const sorted = places.toSorted((a, b) => a - b);
      expect(sorted, `addresses of [${shape}] in order ${order}`).toEqual(
        places.map((_, i) => i * itemsize),
      );
    }),
  );
});

test("order C walks the addresses upwards when read row by row", () => {
  fc.assert(
    fc.property(shapes(), itemsizes(), (shape, itemsize) => {
      const places = placesOf({ shape, strides: stridesFor(shape, itemsize, "C"), offset: 0 });
      expect(places, `addresses of [${shape}]`).toEqual(places.map((_, i) => i * itemsize));
    }),
  );
});

test("order F is order C of the reversed shape, reversed", () => {
  fc.assert(
    fc.property(shapes(), itemsizes(), (shape, itemsize) => {
      expect(stridesFor(shape, itemsize, "F")).toEqual(
        stridesFor(shape.toReversed(), itemsize, "C").toReversed(),
      );
    }),
  );
});

test("twice the itemsize doubles every stride", () => {
  fc.assert(
    fc.property(shapes(), itemsizes(), orders(), (shape, itemsize, order) => {
      expect(stridesFor(shape, 2 * itemsize, order)).toEqual(
        stridesFor(shape, itemsize, order).map((s) => 2 * s),
      );
    }),
  );
});

test("fresh arrays of every dtype have these strides", () => {
  fc.assert(
    fc.property(shapes({ minSide: 1 }), dtypes(), orders(), (shape, dtype, order) => {
      const fresh = np.empty(shape, { dtype, order });
      expect(
        stridesFor(shape, fresh.itemsize, order),
        `${dtype} [${shape}] in order ${order}`,
      ).toEqual([...fresh.strides]);
    }),
  );
});
