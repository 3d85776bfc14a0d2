/**
 * 1.14 Quiz. Four functions describe an array of any dtype. Each works on the author's example, and has a bug.
 *
 * In NumPy: `np.min(a)`, `np.max(a)`, `np.sum(a)`, `np.mean(a)`.
 */
import * as np from "@deep-dive/ndarray";

type Data = Int8Array | Uint8Array | Int16Array | Int32Array | Float32Array | Float64Array;

/** As in 1.09: a Uint8Array of dtype bool holds 0 and 1. */
export interface Elements {
  /** One value for each element; of bool 0 or 1. */
  readonly data: Data;
  /** What the values mean. */
  readonly dtype: "bool" | "int8" | "uint8" | "int16" | "int32" | "float32" | "float64";
}

/**
 * The smallest element; NaN if one is NaN.
 *
 * @throws {np.ValueError} "zero-size array to reduction operation minimum which has no identity"
 */
export function minimum({ data }: Elements): number {
  let least = Infinity;
  for (const x of data) if (x < least) least = x;
  return least;
}

/**
 * The largest element; NaN if one is NaN.
 *
 * @throws {np.ValueError} "zero-size array to reduction operation maximum which has no identity"
 */
export function maximum({ data }: Elements): number {
  let most = 0;
  for (const x of data) most = Math.max(most, x);
  return most;
}

/** The sum as a JS number, exact for integers; 0 without elements. For bool: how many are true. */
export function sum({ data, dtype }: Elements): number {
  const total = data.slice(0, 1).fill(0);
  for (const x of data) total[0] = dtype === "bool" ? total[0]! | x : total[0]! + x;
  return total[0] ?? 0;
}

/** The sum over the count, never rounded to a whole number; NaN without elements. */
export function mean(a: Elements): number {
  const isFloat = a.dtype.startsWith("float");
  return isFloat ? sum(a) / a.data.length : Math.trunc(sum(a) / a.data.length);
}
// TODO: no code is missing here. Find the examples that go wrong first, then mend the functions.
