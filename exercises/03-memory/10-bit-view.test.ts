import * as np from "@deep-dive/ndarray";
import { arrays } from "@deep-dive/ndarray/testing";
import fc from "fast-check";
import { expect, test } from "vitest";
import { bitsToFloat, floatBits, viewAs } from "./10-bit-view.ts";

test("1 has the bits 0x3f800000, -2 has 0xc0000000", () => {
  expect(floatBits(1)).toBe(0x3f800000);
  expect(floatBits(-2)).toBe(0xc0000000);
  expect(bitsToFloat(0x3f800000)).toBe(1);
});

test("0 and -0 differ in one bit, the highest", () => {
  expect(floatBits(0)).toBe(0);
  expect(floatBits(-0)).toBe(0x80000000);
  expect(Object.is(bitsToFloat(0x80000000), -0), "Object.is(bitsToFloat(0x80000000), -0)").toBe(
    true,
  );
});

test("infinity has all exponent bits and no fraction", () => {
  expect(floatBits(Infinity)).toBe(0x7f800000);
  expect(bitsToFloat(0x7f800001)).toBeNaN();
});

test("three float32 are six int16 or twelve bytes", () => {
  const row = { shape: [2, 3], strides: [12, 4], itemsize: 4 };
  expect(viewAs(row, 2)).toEqual({ shape: [2, 6], strides: [12, 2], itemsize: 2 });
  expect(viewAs(row, 1)).toEqual({ shape: [2, 12], strides: [12, 1], itemsize: 1 });
});

test("eight bytes are two float32 or one float64", () => {
  const bytes = { shape: [3, 8], strides: [8, 1], itemsize: 1 };
  expect(viewAs(bytes, 4)).toEqual({ shape: [3, 2], strides: [8, 4], itemsize: 4 });
  expect(viewAs(bytes, 8)).toEqual({ shape: [3, 1], strides: [8, 8], itemsize: 8 });
});

test("the outer axes may have gaps, or go backwards", () => {
  const rows = { shape: [2, 4], strides: [-32, 1], itemsize: 1 };
  expect(viewAs(rows, 4)).toEqual({ shape: [2, 1], strides: [-32, 4], itemsize: 4 });
});

test("gaps in the last axis throw", () => {
  const gaps = { shape: [3, 2], strides: [16, 8], itemsize: 4 };
  expect(() => viewAs(gaps, 2)).toThrow(np.ValueError);
  expect(() => viewAs(gaps, 2)).toThrow(
    "To change to a dtype of a different size, the last axis must be contiguous",
  );
});

test("bytes that are left over throw", () => {
  expect(() => viewAs({ shape: [2, 3], strides: [3, 1], itemsize: 1 }, 2)).toThrow(
    "When changing to a larger dtype, its size must be a divisor of the total size in bytes of the last axis of the array.",
  );
});

test("a 0-d array keeps its size", () => {
  const dot = { shape: [], strides: [], itemsize: 4 };
  expect(viewAs(dot, 4)).toEqual(dot);
  expect(() => viewAs(dot, 2)).toThrow(
    "Changing the dtype of a 0d array is only supported if the itemsize is unchanged",
  );
});

test("the same size keeps everything, gaps as well", () => {
  const gaps = { shape: [3, 2], strides: [-16, 8], itemsize: 4 };
  expect(viewAs(gaps, 4)).toEqual(gaps);
});

test("bits there and back give the same float", () => {
  fc.assert(
    fc.property(fc.float({ noNaN: true }), (x) => {
      expect(Object.is(bitsToFloat(floatBits(x)), x), `${x}`).toBe(true);
    }),
  );
});

test("a float there and back gives the same bits", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2 ** 32 - 1 }), (bits) => {
      fc.pre(!Number.isNaN(bitsToFloat(bits))); // a processor may change the bits of a NaN
      expect(floatBits(bitsToFloat(bits)), bits.toString(16)).toBe(bits);
    }),
  );
});

test("larger positive floats have larger bits", () => {
  fc.assert(
    fc.property(fc.float({ min: 0, noNaN: true }), fc.float({ min: 0, noNaN: true }), (x, y) => {
      fc.pre(x !== y && !Object.is(x, -0) && !Object.is(y, -0));
      expect(floatBits(x) < floatBits(y)).toBe(x < y);
    }),
  );
});

test("every array's own view has this layout, or throws the same sentence", () => {
  const targets = fc.constantFrom<np.DTypeName>("uint8", "int16", "float32", "float64");
  fc.assert(
    fc.property(
      arrays({ dtype: ["uint8", "int16", "float32", "float64"] }),
      targets,
      (a, dtype) => {
        const { shape, strides, itemsize } = a;
        fc.pre(!shape.includes(0)); // strides of an empty array are of no account
        let expected: unknown;
        try {
          const view = a.view(dtype);
          expected = [[...view.shape], [...view.strides]];
        } catch (error) {
          expected = (error as Error).message; // the library throws Errors only
        }
        let given: unknown;
        try {
          const view = viewAs({ shape, strides, itemsize }, np.dtype(dtype).itemsize);
          given = [[...view.shape], [...view.strides]];
        } catch (error) {
          given = (error as Error).message;
        }
        expect(
          given,
          `${a.dtype.name} of shape [${shape}], strides [${strides}], as ${dtype}`,
        ).toEqual(expected);
      },
    ),
  );
});
