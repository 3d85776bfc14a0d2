import { expect, test } from "vitest";
import { float16, float32, int16, int8, uint16, uint32 } from "./dtype.ts";
import { resultDType } from "./promote.ts";

test("three dtypes meet in what the highest kind among them takes", () => {
  expect(resultDType([uint16, int8, float32])).toBe(float32);
  expect(resultDType([int8, float32, uint16])).toBe(float32);
  expect(resultDType([uint16, int16, float16])).toBe(float32);
});

test("no dtypes meet in none", () => {
  expect(resultDType([])).toBe(null);
});

test("one dtype meets in itself", () => {
  expect(resultDType([uint32])).toBe(uint32);
});
