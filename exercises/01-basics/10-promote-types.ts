/**
 * 1.10 Which dtype can hold what two dtypes hold? That is the dtype of `a + b`.
 *
 * In NumPy: `np.promote_types("int32", "float32")`.
 */
import * as np from "@deep-dive/ndarray";

/**
 * The smallest dtype that holds every value of `a` and every value of `b`.
 *
 * The dtypes: bool, int8 to int64, uint8 to uint64, float16 to float64, complex64, complex128.
 * - Of the same kind, the wider one: int8 with int32 is int32. bool gives way to everything.
 * - Signed with unsigned: a signed one with room for both: int8 with uint8 is int16.
 *   None has room for int64 and uint64 together: they make float64.
 * - An integer with a float: float16 holds the 8-bit integers, float32 the 16-bit ones, float64 takes
 *   the rest; and never narrower than the float that is there.
 * - With a complex number: complex, with parts as wide as the rule for floats asks.
 *
 * `np.dtype("int16")` knows a dtype's `kind` ("b", "i", "u", "f", "c") and its `itemsize` in bytes.
 *
 * @example promoteTypes("int32", "float32") // "float64"
 * @example promoteTypes("uint8", "int8") // "int16"
 * @example promoteTypes("int16", "complex64") // "complex64": two float32
 */
export function promoteTypes(a: np.DTypeName, b: np.DTypeName): np.DTypeName {
  // TODO: two equal kinds are the easy case. Begin with that, then rank the kinds: b < u, i < f < c.
  throw new Error("not implemented");
}
