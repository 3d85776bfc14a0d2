/**
 * Inputs from a formula: the same values in JS and in Python.
 *
 * Element i is made from u = (i * 2654435761 mod 2^32) / 2^32, which looks random and is exact in both languages.
 */
import type { Operand, Plain } from "./case.ts";

const CONSTRUCTORS = {
  float64: Float64Array,
  float32: Float32Array,
  int32: Int32Array,
  uint8: Uint8Array,
  bool: Uint8Array,
} as const;

/** The values of an operand in C order. */
export function valuesOf({ dtype, shape, fill }: Operand): Plain[string] {
  const n = shape.reduce((a, b) => a * b, 1);
  const values = new CONSTRUCTORS[dtype](n);
  for (let i = 0; i < n; i++) {
    const u = (Math.imul(i + 1, 2654435761) >>> 0) / 2 ** 32;
    values[i] = {
      unit: 2 * u - 1,
      positive: u + 0.5,
      whole: Math.floor(u * 100),
      mask: u > 0.5 ? 1 : 0,
      index: Math.floor(u * n),
    }[fill];
  }
  return values;
}
