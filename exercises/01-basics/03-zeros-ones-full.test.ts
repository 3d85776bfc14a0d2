import { shapes } from "@deep-dive/ndarray/testing";
import fc from "fast-check";
import { expect, test } from "vitest";
import { type Dtype, full, ones, zeros } from "./03-zeros-ones-full.ts";

const KINDS: Readonly<Record<Dtype, string>> = {
  bool: "Uint8Array",
  int8: "Int8Array",
  uint8: "Uint8Array",
  int16: "Int16Array",
  uint16: "Uint16Array",
  int32: "Int32Array",
  uint32: "Uint32Array",
  int64: "BigInt64Array",
  uint64: "BigUint64Array",
  float32: "Float32Array",
  float64: "Float64Array",
};
const NAMES = Object.keys(KINDS) as Dtype[]; // the record's keys are the dtypes
const names = (): fc.Arbitrary<Dtype> => fc.constantFrom(...NAMES);
const product = (shape: readonly number[]): number => shape.reduce((a, b) => a * b, 1);

test("four int16 sevens", () => {
  const a = full([2, 2], 7, "int16");
  expect(a.data).toEqual(Int16Array.of(7, 7, 7, 7));
  expect(a.shape).toEqual([2, 2]);
  expect(a.dtype).toBe("int16");
});

test("zeros and ones are float64 unless told", () => {
  expect(zeros([3]).data).toEqual(Float64Array.of(0, 0, 0));
  expect(ones([2]).data).toEqual(Float64Array.of(1, 1));
  expect(ones([2]).dtype).toBe("float64");
});

test("a 0-d array has one element", () => {
  expect(ones([], "int32").data).toEqual(Int32Array.of(1));
});

test("64-bit integers are bigints", () => {
  expect(full([2], 7, "int64").data).toEqual(BigInt64Array.of(7n, 7n));
  expect(zeros([1], "uint64").data).toEqual(BigUint64Array.of(0n));
});

test("a bool is 1 for every value but 0", () => {
  expect([...full([2], 5, "bool").data]).toEqual([1, 1]);
  expect([...full([2], 256, "bool").data]).toEqual([1, 1]);
  expect([...full([2], 0.5, "bool").data]).toEqual([1, 1]);
  expect([...full([2], 0, "bool").data]).toEqual([0, 0]);
});

test("every dtype has its own typed array", () => {
  for (const dtype of NAMES) {
    const kind = Object.prototype.toString.call(ones([2], dtype).data).slice(8, -1);
    expect(kind, `ones([2], "${dtype}")`).toBe(KINDS[dtype]);
  }
});

test("there are as many elements as the shape says, and each is the value", () => {
  fc.assert(
    fc.property(shapes(), names(), fc.nat(1), (shape, dtype, value) => {
      const { data } = full(shape, value, dtype);
      expect(data.length, `elements of shape [${shape}]`).toBe(product(shape));
      expect([...data].map(Number)).toEqual(Array.from({ length: product(shape) }, () => value));
    }),
  );
});

test("zeros and ones are full of 0 and of 1", () => {
  fc.assert(
    fc.property(shapes(), names(), (shape, dtype) => {
      expect(zeros(shape, dtype)).toEqual(full(shape, 0, dtype));
      expect(ones(shape, dtype)).toEqual(full(shape, 1, dtype));
    }),
  );
});

test("two calls never share memory", () => {
  const first = zeros([3]);
  const second = zeros([3]);
  first.data[0] = 5;
  expect([...second.data]).toEqual([0, 0, 0]);
  expect(first.data.buffer).not.toBe(second.data.buffer);
});
