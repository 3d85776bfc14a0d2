/**
 * 1.11 A plain number beside an array has no dtype of its own: it says what kind it is, and gives way.
 *
 * In NumPy: the dtype of `a + 1.5` (NEP 50, "weak" scalars).
 */
import * as np from "@deep-dive/ndarray";

/**
 * The dtype of `array + scalar`, where the array has the dtype `dtype` and the scalar is a plain JS value.
 *
 * The kinds are ranked: boolean < integer < float < complex. A boolean is a boolean; a whole number or a bigint is
 * an integer; any other number is a float.
 * - The scalar's kind is not above the array's: the array's dtype stays, whatever the scalar's value.
 * - It is above: the default dtype of the scalar's kind comes, int32 or float64.
 *   (A bool array takes the scalar's default as well.)
 *
 * An integer beside an array of integers must fit the array's dtype.
 *
 * @throws {np.OverflowError} "Python integer 300 out of bounds for uint8"
 * @example weakType("float32", 1.5) // "float32", not float64
 * @example weakType("int32", 1.5) // "float64"
 * @example weakType("bool", 2) // "int32"
 */
export function weakType(dtype: np.DTypeName, scalar: number | bigint | boolean): np.DTypeName {
  // TODO: rank both kinds. np.dtype(dtype).kind is "b", "i", "u", "f" or "c"; np.iinfo(dtype) knows min and max.
  throw new Error("not implemented");
}
