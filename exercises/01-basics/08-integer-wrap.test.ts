import fc from "fast-check";
import { expect, test } from "vitest";
import { type Integer, add, multiply, wrap } from "./08-integer-wrap.ts";

const BITS: Readonly<Record<Integer, number>> = {
  int8: 8,
  int16: 16,
  int32: 32,
  uint8: 8,
  uint16: 16,
  uint32: 32,
};
const NAMES = Object.keys(BITS) as Integer[]; // the record's keys are the dtypes

/** The lowest bits of an exact integer. */
const lowest = (exact: bigint, dtype: Integer): number =>
  Number(
    dtype.startsWith("u") ? BigInt.asUintN(BITS[dtype], exact) : BigInt.asIntN(BITS[dtype], exact),
  );

/** A dtype and two of its values, the ends among them. */
const cases = (): fc.Arbitrary<[Integer, number, number]> =>
  fc.constantFrom(...NAMES).chain((dtype) => {
    const [min, max] = dtype.startsWith("u")
      ? [0, 2 ** BITS[dtype] - 1]
      : [-(2 ** (BITS[dtype] - 1)), 2 ** (BITS[dtype] - 1) - 1];
    const value = fc.oneof(fc.integer({ min, max }), fc.constantFrom(min, max, max - 1));
    return fc.tuple(fc.constant(dtype), value, value);
  });

test("300 in uint8 is 44, and -1 is 255", () => {
  expect(wrap(300, "uint8")).toBe(44);
  expect(wrap(-1, "uint8")).toBe(255);
});

test("200 in int8 is -56, and -129 is 127", () => {
  expect(wrap(200, "int8")).toBe(-56);
  expect(wrap(-129, "int8")).toBe(127);
});

test("127 + 1 in int8 is -128", () => {
  expect(add(127, 1, "int8")).toBe(-128);
});

test("the largest uint32 times itself is 1", () => {
  expect(multiply(4294967295, 4294967295, "uint32")).toBe(1);
});

test("2147483647 + 1 in int32 is -2147483648", () => {
  expect(add(2147483647, 1, "int32")).toBe(-2147483648);
});

test("a value of the dtype stays what it is, and zero is never -0", () => {
  fc.assert(
    fc.property(cases(), ([dtype, a]) => {
      expect(wrap(a, dtype), `${a} in ${dtype}`).toBe(a);
      expect(wrap(-(2 ** BITS[dtype]), dtype), `-2 ** ${BITS[dtype]} in ${dtype}`).toBe(0);
      expect(multiply(a, 0, dtype), `${a} * 0 in ${dtype}`).toBe(0);
    }),
  );
});

test("wrap keeps the lowest bits of every exact integer", () => {
  fc.assert(
    fc.property(fc.constantFrom(...NAMES), fc.maxSafeInteger(), (dtype, value) => {
      expect(wrap(value, dtype), `${value} in ${dtype}`).toBe(lowest(BigInt(value), dtype));
    }),
  );
});

test("the sum is the lowest bits of the exact sum", () => {
  fc.assert(
    fc.property(cases(), ([dtype, a, b]) => {
      expect(add(a, b, dtype), `${a} + ${b} in ${dtype}`).toBe(
        lowest(BigInt(a) + BigInt(b), dtype),
      );
    }),
  );
});

test("the product is the lowest bits of the exact product", () => {
  fc.assert(
    fc.property(cases(), ([dtype, a, b]) => {
      expect(multiply(a, b, dtype), `${a} * ${b} in ${dtype}`).toBe(
        lowest(BigInt(a) * BigInt(b), dtype),
      );
    }),
    { numRuns: 300 },
  );
});

test("the order does not matter", () => {
  fc.assert(
    fc.property(cases(), ([dtype, a, b]) => {
      expect(add(a, b, dtype)).toBe(add(b, a, dtype));
      expect(multiply(a, b, dtype)).toBe(multiply(b, a, dtype));
    }),
  );
});
