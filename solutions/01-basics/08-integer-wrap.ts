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
  const bits = Number(dtype.replace(/\D+/, ""));
  const count = 2 ** bits;
  // JS's % has the sign of the left side; once more around the circle makes it positive. (The 0 that is added to the others turns -0 into 0.)
  const low = (value % count) + (value % count < 0 ? count : 0);
  return !dtype.startsWith("u") && low >= count / 2 ? low - count : low;
}

/** a + b in the dtype. Both are values of it. */
export function add(a: number, b: number, dtype: Integer): number {
  return wrap(a + b, dtype);
}

/**
 * a * b in the dtype. Both are values of it.
 *
 * @example multiply(4294967295, 4294967295, "uint32") // 1
 */
export function multiply(a: number, b: number, dtype: Integer): number {
  // Math.imul keeps the lowest 32 bits of the exact product, and no dtype here has more.
  return wrap(Math.imul(a, b), dtype);
}
