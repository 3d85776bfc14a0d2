import * as np from "@deep-dive/ndarray";
import { dtypes } from "@deep-dive/ndarray/testing";
import fc from "fast-check";
import { expect, test } from "vitest";
import { weakType } from "./11-weak-scalars.ts";

const isInteger = (name: np.DTypeName): boolean => "iu".includes(np.dtype(name).kind);
const fraction = (): fc.Arbitrary<number> =>
  fc.double({ min: -100, max: 100, noNaN: true }).filter((x) => !Number.isInteger(x));

test("float32 + 1.5 stays float32", () => {
  expect(weakType("float32", 1.5)).toBe("float32");
});

test("int32 + 1.5 is float64, the default float", () => {
  expect(weakType("int32", 1.5)).toBe("float64");
  expect(weakType("uint8", 0.5)).toBe("float64");
});

test("uint8 + 1 stays uint8, and uint8 + 300 throws", () => {
  expect(weakType("uint8", 1)).toBe("uint8");
  expect(() => weakType("uint8", 300)).toThrow(np.OverflowError);
  expect(() => weakType("uint8", 300)).toThrow("Python integer 300 out of bounds for uint8");
});

test("an unsigned array takes no negative number", () => {
  expect(() => weakType("uint32", -1)).toThrow("Python integer -1 out of bounds for uint32");
  expect(weakType("int8", -128)).toBe("int8");
  expect(() => weakType("int8", -129)).toThrow(np.OverflowError);
});

test("bool + 2 is int32, bool + true is bool, bool + 1.5 is float64", () => {
  expect(weakType("bool", 2)).toBe("int32");
  expect(weakType("bool", true)).toBe("bool");
  expect(weakType("bool", 1.5)).toBe("float64");
});

test("2.0 is a whole number, so int8 + 2.0 stays int8", () => {
  expect(weakType("int8", 2)).toBe("int8");
});

test("a bigint is an integer, also where a number would lose digits", () => {
  expect(weakType("uint64", 2n ** 64n - 1n)).toBe("uint64");
  expect(() => weakType("uint64", 2n ** 64n)).toThrow(np.OverflowError);
  expect(() => weakType("int64", 2n ** 63n)).toThrow(
    "Python integer 9223372036854775808 out of bounds for int64",
  );
});

test("a float array takes any number, however large", () => {
  expect(weakType("float16", 1_000_000)).toBe("float16");
  expect(weakType("float16", 1e300)).toBe("float16");
});

test("true and false change no array", () => {
  fc.assert(
    fc.property(dtypes(), fc.boolean(), (dtype, scalar) => {
      expect(weakType(dtype, scalar), `${dtype} + ${scalar}`).toBe(dtype);
    }),
  );
});

test("floats and complex arrays stay what they are beside any number", () => {
  fc.assert(
    fc.property(
      fc.constantFrom("float16", "float32", "float64", "complex64", "complex128"),
      fraction(),
      (dtype, x) => {
        expect(weakType(dtype, x), `${dtype} + ${x}`).toBe(dtype);
        expect(weakType(dtype, Math.trunc(x)), `${dtype} + ${Math.trunc(x)}`).toBe(dtype);
      },
    ),
  );
});

test("an array with any element decides alike: only the dtype counts", () => {
  fc.assert(
    fc.property(
      dtypes(),
      fc.oneof(fc.integer({ min: 0, max: 127 }), fraction(), fc.boolean()),
      (dtype, scalar) => {
        const larger = np.maximum(np.zeros([2], { dtype }), scalar);
        expect(weakType(dtype, scalar), `${dtype} with ${scalar}`).toBe(larger.dtype.name);
      },
    ),
  );
});

test("an integer fits exactly where iinfo says so", () => {
  fc.assert(
    fc.property(dtypes(), fc.integer(), (dtype, i) => {
      fc.pre(isInteger(dtype));
      const { min, max } = np.iinfo(dtype);
      const run = (): np.DTypeName => weakType(dtype, i);
      if (BigInt(i) >= BigInt(min) && BigInt(i) <= BigInt(max))
        expect(run(), `${dtype} + ${i}`).toBe(dtype);
      else expect(run, `${dtype} + ${i}`).toThrow(np.OverflowError);
    }),
  );
});
