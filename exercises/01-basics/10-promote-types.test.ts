import * as np from "@deep-dive/ndarray";
import { dtypes } from "@deep-dive/ndarray/testing";
import fc from "fast-check";
import { expect, test } from "vitest";
import { promoteTypes } from "./10-promote-types.ts";

const NAMES: readonly np.DTypeName[] = [
  "bool",
  "int8",
  "uint8",
  "int16",
  "uint16",
  "int32",
  "uint32",
  "int64",
  "uint64",
  "float16",
  "float32",
  "float64",
  "complex64",
  "complex128",
];

test("int8 with int32 is int32", () => {
  expect(promoteTypes("int8", "int32")).toBe("int32");
});

test("uint8 with int8 is int16, which has room for 255 and for -128", () => {
  expect(promoteTypes("uint8", "int8")).toBe("int16");
});

test("int32 with float32 is float64, since float32 cannot count to 2147483647", () => {
  expect(promoteTypes("int32", "float32")).toBe("float64");
});

test("no integer holds both int64 and uint64, so they make float64", () => {
  expect(promoteTypes("int64", "uint64")).toBe("float64");
});

test("a wide signed integer holds a narrow unsigned one", () => {
  expect(promoteTypes("int32", "uint8")).toBe("int32");
  expect(promoteTypes("int64", "uint32")).toBe("int64");
});

test("complex64 is two float32, so int32 makes it complex128", () => {
  expect(promoteTypes("int16", "complex64")).toBe("complex64");
  expect(promoteTypes("int32", "complex64")).toBe("complex128");
  expect(promoteTypes("float64", "complex64")).toBe("complex128");
});

test("a dtype with itself is itself", () => {
  for (const a of NAMES) expect(promoteTypes(a, a)).toBe(a);
});

test("the order of the two does not matter", () => {
  fc.assert(
    fc.property(dtypes(), dtypes(), (a, b) => {
      expect(promoteTypes(a, b), `${a} with ${b}, and ${b} with ${a}`).toBe(promoteTypes(b, a));
    }),
  );
});

test("bool changes nothing", () => {
  for (const a of NAMES) expect(promoteTypes("bool", a), `bool with ${a}`).toBe(a);
});

test("promoting again changes nothing: the result already holds both", () => {
  fc.assert(
    fc.property(dtypes(), dtypes(), (a, b) => {
      const both = promoteTypes(a, b);
      expect(promoteTypes(both, a), `${both} with ${a}`).toBe(both);
      expect(promoteTypes(both, b), `${both} with ${b}`).toBe(both);
    }),
  );
});

test("all 196 pairs are NumPy 2's", () => {
  for (const a of NAMES) {
    for (const b of NAMES) {
      expect(promoteTypes(a, b), `${a} with ${b}`).toBe(np.promote_types(a, b).name);
    }
  }
});
