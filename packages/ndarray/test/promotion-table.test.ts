/**
 * NumPy's promotion table, held against both what the library answers and what the compiler works out.
 */
import { expect, test } from "vitest";
import type { DTypeName } from "../src/dtype/dtype.ts";
import type { Promote } from "../src/dtype/result.ts";
import { promote_types } from "../src/index.ts";

type Table = { readonly [A in DTypeName]: { readonly [B in DTypeName]: Promote<A, B> } };

/** As `numpy.promote_types` has it; one entry the compiler disagreed with would not compile. */
const NUMPY: Table = {
  bool: { bool: "bool", int8: "int8", int16: "int16", int32: "int32", int64: "int64", uint8: "uint8", uint16: "uint16", uint32: "uint32", uint64: "uint64", float16: "float16", float32: "float32", float64: "float64", complex64: "complex64", complex128: "complex128" },
  int8: { bool: "int8", int8: "int8", int16: "int16", int32: "int32", int64: "int64", uint8: "int16", uint16: "int32", uint32: "int64", uint64: "float64", float16: "float16", float32: "float32", float64: "float64", complex64: "complex64", complex128: "complex128" },
  int16: { bool: "int16", int8: "int16", int16: "int16", int32: "int32", int64: "int64", uint8: "int16", uint16: "int32", uint32: "int64", uint64: "float64", float16: "float32", float32: "float32", float64: "float64", complex64: "complex64", complex128: "complex128" },
  int32: { bool: "int32", int8: "int32", int16: "int32", int32: "int32", int64: "int64", uint8: "int32", uint16: "int32", uint32: "int64", uint64: "float64", float16: "float64", float32: "float64", float64: "float64", complex64: "complex128", complex128: "complex128" },
  int64: { bool: "int64", int8: "int64", int16: "int64", int32: "int64", int64: "int64", uint8: "int64", uint16: "int64", uint32: "int64", uint64: "float64", float16: "float64", float32: "float64", float64: "float64", complex64: "complex128", complex128: "complex128" },
  uint8: { bool: "uint8", int8: "int16", int16: "int16", int32: "int32", int64: "int64", uint8: "uint8", uint16: "uint16", uint32: "uint32", uint64: "uint64", float16: "float16", float32: "float32", float64: "float64", complex64: "complex64", complex128: "complex128" },
  uint16: { bool: "uint16", int8: "int32", int16: "int32", int32: "int32", int64: "int64", uint8: "uint16", uint16: "uint16", uint32: "uint32", uint64: "uint64", float16: "float32", float32: "float32", float64: "float64", complex64: "complex64", complex128: "complex128" },
  uint32: { bool: "uint32", int8: "int64", int16: "int64", int32: "int64", int64: "int64", uint8: "uint32", uint16: "uint32", uint32: "uint32", uint64: "uint64", float16: "float64", float32: "float64", float64: "float64", complex64: "complex128", complex128: "complex128" },
  uint64: { bool: "uint64", int8: "float64", int16: "float64", int32: "float64", int64: "float64", uint8: "uint64", uint16: "uint64", uint32: "uint64", uint64: "uint64", float16: "float64", float32: "float64", float64: "float64", complex64: "complex128", complex128: "complex128" },
  float16: { bool: "float16", int8: "float16", int16: "float32", int32: "float64", int64: "float64", uint8: "float16", uint16: "float32", uint32: "float64", uint64: "float64", float16: "float16", float32: "float32", float64: "float64", complex64: "complex64", complex128: "complex128" },
  float32: { bool: "float32", int8: "float32", int16: "float32", int32: "float64", int64: "float64", uint8: "float32", uint16: "float32", uint32: "float64", uint64: "float64", float16: "float32", float32: "float32", float64: "float64", complex64: "complex64", complex128: "complex128" },
  float64: { bool: "float64", int8: "float64", int16: "float64", int32: "float64", int64: "float64", uint8: "float64", uint16: "float64", uint32: "float64", uint64: "float64", float16: "float64", float32: "float64", float64: "float64", complex64: "complex128", complex128: "complex128" },
  complex64: { bool: "complex64", int8: "complex64", int16: "complex64", int32: "complex128", int64: "complex128", uint8: "complex64", uint16: "complex64", uint32: "complex128", uint64: "complex128", float16: "complex64", float32: "complex64", float64: "complex128", complex64: "complex64", complex128: "complex128" },
  complex128: { bool: "complex128", int8: "complex128", int16: "complex128", int32: "complex128", int64: "complex128", uint8: "complex128", uint16: "complex128", uint32: "complex128", uint64: "complex128", float16: "complex128", float32: "complex128", float64: "complex128", complex64: "complex128", complex128: "complex128" },
};

test("promote_types answers NumPy's table", () => {
  for (const [a, row] of Object.entries(NUMPY)) {
    for (const [b, result] of Object.entries(row)) {
      expect(`${a} + ${b}: ${promote_types(a as DTypeName, b as DTypeName).name}`).toBe(`${a} + ${b}: ${result}`); // the table's keys
    }
  }
});
