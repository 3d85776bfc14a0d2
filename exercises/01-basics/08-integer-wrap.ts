/**
 * 1.08 Arithmetic in a fixed number of bits: what does not fit is cut off at the top.
 *
 * In NumPy: `np.add(a, b)` and `np.multiply(a, b)` of integers, one element of it.
 */

export type Integer = "int8" | "int16" | "int32" | "uint8" | "uint16" | "uint32";

/**
 * `value` with only the lowest bits kept, as many as the dtype has, and read as signed or unsigned.
 *
 * `value` is a whole number of any sign that a float64 holds exactly.
 *
 * @example wrap(300, "uint8") // 44: 300 - 256
 * @example wrap(200, "int8") // -56: 200 - 256
 * @example wrap(-1, "uint16") // 65535
 */
export function wrap(value: number, dtype: Integer): number {
  // TODO: how many values has the dtype? Take the remainder, never negative; then signed dtypes shift the upper half.
  throw new Error("not implemented");
}

/** a + b in the dtype. Both are values of it. */
export function add(a: number, b: number, dtype: Integer): number {
  // TODO: the sum of two values of 32 bits still fits a float64. Then wrap.
  throw new Error("not implemented");
}

/**
 * a * b in the dtype. Both are values of it.
 *
 * @example multiply(4294967295, 4294967295, "uint32") // 1
 */
export function multiply(a: number, b: number, dtype: Integer): number {
  // TODO: the product of two values of 32 bits has up to 64, and a float64 keeps 53 of them. The wrong 53.
  throw new Error("not implemented");
}
