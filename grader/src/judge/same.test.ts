import * as np from "@deep-dive/ndarray";
import { expect, test } from "vitest";
import { isSame } from "./same.ts";

const isArray = (value: unknown): boolean => value instanceof np.NDArray;
const same = (a: unknown, b: unknown): boolean => isSame(a, b, isArray);

test("arrays are the same where dtype, shape and values are", () => {
  expect(same(np.asarray([1, NaN]), np.asarray([1, NaN]))).toBe(true);
  expect(same(np.asarray([1, 2]), np.asarray([[1, 2]]))).toBe(false);
  expect(same(np.asarray([1, 2], { dtype: "int32" }), np.asarray([1, 2]))).toBe(false);
  expect(same(np.asarray([1, 2]), np.asarray([1, 2 + 1e-6]))).toBe(false);
  expect(same([1, 2], np.asarray([1, 2]))).toBe(false);
});

test("NaN equals NaN and nothing else", () => {
  expect(same(NaN, NaN)).toBe(true);
  expect(same(NaN, 1)).toBe(false);
  expect(same(1, NaN)).toBe(false);
  expect(same(Infinity, -Infinity)).toBe(false);
});

test("a result that is wrong in kind, length or key is not the same", () => {
  expect(same(Float64Array.of(1), [1])).toBe(false);
  expect(same(Float64Array.of(1), Float32Array.of(1))).toBe(false);
  expect(same([1, 2], [1])).toBe(false);
  expect(same({ a: 1 }, { a: 1, b: undefined })).toBe(false);
  expect(same("1", 1)).toBe(false);
  expect(same(null, {})).toBe(false);
  expect(same({ a: [1n, Float64Array.of(2)] }, { a: [1n, Float64Array.of(2 + 1e-12)] })).toBe(true);
});
