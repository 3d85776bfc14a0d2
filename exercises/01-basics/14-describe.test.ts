import * as np from "@deep-dive/ndarray";
import fc from "fast-check";
import { expect, test } from "vitest";
import { type Elements, maximum, mean, minimum, sum } from "./14-describe.ts";

const f64 = (...values: number[]): Elements => ({
  data: Float64Array.from(values),
  dtype: "float64",
});
const int8 = (...values: number[]): Elements => ({ data: Int8Array.from(values), dtype: "int8" });
const bool = (...values: number[]): Elements => ({ data: Uint8Array.from(values), dtype: "bool" });

const elements = (minLength: number): fc.Arbitrary<Elements> => {
  const list = (min: number, max: number): fc.Arbitrary<number[]> =>
    fc.array(fc.integer({ min, max }), { minLength, maxLength: 40 });
  return fc.oneof(
    list(0, 1).map((v): Elements => ({ data: Uint8Array.from(v), dtype: "bool" })),
    list(-128, 127).map((v): Elements => ({ data: Int8Array.from(v), dtype: "int8" })),
    list(0, 255).map((v): Elements => ({ data: Uint8Array.from(v), dtype: "uint8" })),
    list(-32768, 32767).map((v): Elements => ({ data: Int16Array.from(v), dtype: "int16" })),
    list(-(2 ** 31), 2 ** 31 - 1).map((v): Elements => ({
      data: Int32Array.from(v),
      dtype: "int32",
    })),
    list(-50, 50).map((v): Elements => ({
      data: Float64Array.from(v, (x) => x / 4),
      dtype: "float64",
    })),
  );
};

test("2, 7 and 3 describe as 2, 7, 12 and 4", () => {
  const a = f64(2, 7, 3);
  expect([minimum(a), maximum(a), sum(a), mean(a)]).toEqual([2, 7, 12, 4]);
});

test("the smallest and the largest of no elements throw", () => {
  expect(() => minimum(f64())).toThrow(np.ValueError);
  expect(() => minimum(f64())).toThrow(
    "zero-size array to reduction operation minimum which has no identity",
  );
  expect(() => maximum(f64())).toThrow(
    "zero-size array to reduction operation maximum which has no identity",
  );
});

test("the sum of no elements is 0, and their mean NaN", () => {
  expect(sum(f64())).toBe(0);
  expect(sum(bool())).toBe(0);
  expect(mean(f64())).toBeNaN();
});

test("the largest of -5 and -2 is -2", () => {
  expect(maximum(int8(-5, -2))).toBe(-2);
});

test("NaN is the smallest and the largest wherever it stands", () => {
  for (const a of [f64(Number.NaN, 1, 2), f64(1, Number.NaN, 2), f64(1, 2, Number.NaN)]) {
    expect(minimum(a)).toBeNaN();
    expect(maximum(a)).toBeNaN();
  }
});

test("100 + 100 of int8 is 200", () => {
  expect(sum(int8(100, 100))).toBe(200);
});

test("the sum of three trues is 3", () => {
  expect(sum(bool(1, 0, 1, 1))).toBe(3);
});

test("the mean of 1 and 2 is 1.5, in any dtype", () => {
  expect(mean(int8(1, 2))).toBe(1.5);
  expect(mean(bool(1, 0))).toBe(0.5);
});

test("minimum and maximum are elements, and nothing is smaller or larger", () => {
  fc.assert(
    fc.property(elements(1), (a) => {
      const [low, high] = [minimum(a), maximum(a)];
      expect([...a.data]).toContain(low);
      expect([...a.data]).toContain(high);
      for (const x of a.data)
        expect(x >= low && x <= high, `${x} lies from ${low} to ${high}`).toBe(true);
    }),
  );
});

test("the sum is the exact sum, whatever the dtype holds", () => {
  fc.assert(
    fc.property(elements(0), (a) => {
      let exact = 0;
      for (const x of a.data) exact += x; // whole or quarters: float64 adds them exactly
      expect(sum(a), `sum of ${a.dtype} [${[...a.data]}]`).toBe(exact);
    }),
  );
});

test("the mean times the count is the sum", () => {
  fc.assert(
    fc.property(elements(1), (a) => {
      expect(Math.abs(mean(a) * a.data.length - sum(a))).toBeLessThanOrEqual(1e-6);
    }),
  );
});

test("no function changes its input", () => {
  fc.assert(
    fc.property(elements(1), (a) => {
      const before = [...a.data];
      minimum(a);
      maximum(a);
      sum(a);
      mean(a);
      expect([...a.data]).toEqual(before);
    }),
  );
});
