import * as np from "@deep-dive/ndarray";
import { placesOf } from "@deep-dive/ndarray/testing";
import fc from "fast-check";
import { expect, test } from "vitest";
import { reach, safeAsStrided } from "./07-safe-as-strided.ts";

const ten = (): Float64Array => Float64Array.from({ length: 10 }, (_, i) => i); // 80 bytes

/** Axes, strides in elements, and an offset: inside the memory of ten elements about half of the time. */
const facts = (): fc.Arbitrary<{ shape: number[]; strides: number[]; offset: number }> =>
  fc
    .tuple(
      fc.array(fc.tuple(fc.nat(4), fc.integer({ min: -4, max: 4 })), { maxLength: 3 }),
      fc.integer({ min: -2, max: 11 }),
    )
    .map(([axes, start]) => ({
      shape: axes.map(([n]) => n),
      strides: axes.map(([, s]) => s * 8),
      offset: start * 8,
    }));

test("three elements backwards from byte 16 reach from 0 to 24", () => {
  expect(reach([3], [-8], 16, 8)).toEqual([0, 24]);
});

test("a fresh table of 2 x 3 reaches from 0 to 48", () => {
  expect(reach([2, 3], [24, 8], 0, 8)).toEqual([0, 48]);
});

test("overlapping windows of ten: shape (8, 3), strides (8, 8)", () => {
  const data = ten();
  const view = safeAsStrided(data, [8, 3], [8, 8]);
  expect(view).toEqual({ data, shape: [8, 3], strides: [8, 8], offset: 0 });
  expect(view.data).toBe(data);
});

test("one window too many reaches behind the memory", () => {
  expect(() => safeAsStrided(ten(), [9, 3], [8, 8])).toThrow(np.ValueError);
  expect(() => safeAsStrided(ten(), [9, 3], [8, 8])).toThrow(
    "bytes 0 to 88 lie outside the memory of 80 bytes",
  );
});

test("a negative stride reaches below the offset", () => {
  expect(safeAsStrided(ten(), [10], [-8], 72).offset).toBe(72);
  expect(() => safeAsStrided(ten(), [10], [-8], 64)).toThrow(
    "bytes -8 to 72 lie outside the memory of 80 bytes",
  );
});

test("a 0-d view is one element, and its eight bytes must fit", () => {
  expect(reach([], [], 72, 8)).toEqual([72, 80]);
  expect(() => safeAsStrided(ten(), [], [], 80)).toThrow(
    "bytes 80 to 88 lie outside the memory of 80 bytes",
  );
});

test("a view without elements reaches nothing, whatever its strides", () => {
  expect(reach([3, 0], [1000, -1000], 0, 8)).toBeNull();
  expect(safeAsStrided(ten(), [3, 0], [8000, -8000]).shape).toEqual([3, 0]);
});

test("two bytes side by side reach two", () => {
  expect(reach([2], [1], 5, 1)).toEqual([5, 7]);
  expect(reach([2], [-1], 5, 1)).toEqual([4, 6]);
});

test("stride 0 and length 1 reach no further", () => {
  expect(reach([1000, 1], [0, 8000], 8, 8)).toEqual([8, 16]);
});

test("nonsense throws: strides missing, negative lengths, half an element", () => {
  expect(() => safeAsStrided(ten(), [2, 2], [8])).toThrow(
    "mismatch in length of strides and shape",
  );
  expect(() => safeAsStrided(ten(), [-1], [8])).toThrow("negative dimensions are not allowed");
  expect(() => safeAsStrided(ten(), [2], [4])).toThrow("strides and offset must be multiples of 8");
  expect(() => safeAsStrided(ten(), [2], [8], 4)).toThrow(np.ValueError);
});

test("reach is the span of all addresses", () => {
  fc.assert(
    fc.property(facts(), fc.constantFrom(1, 4, 8), ({ shape, strides, offset }, itemsize) => {
      const places = placesOf({ shape, strides, offset });
      const span =
        places.length === 0 ? null : [Math.min(...places), Math.max(...places) + itemsize];
      expect(
        reach(shape, strides, offset, itemsize),
        `shape [${shape}], strides [${strides}], offset ${offset}`,
      ).toEqual(span);
    }),
    { numRuns: 300 },
  );
});

test("it throws exactly where some element lies outside", () => {
  fc.assert(
    fc.property(facts(), ({ shape, strides, offset }) => {
      const isInside = placesOf({ shape, strides, offset }).every((at) => at >= 0 && at + 8 <= 80);
      const run = (): unknown => safeAsStrided(ten(), shape, strides, offset);
      if (isInside) expect(run).not.toThrow();
      else
        expect(run, `shape [${shape}], strides [${strides}], offset ${offset}`).toThrow(
          np.ValueError,
        );
    }),
    { numRuns: 300 },
  );
});
