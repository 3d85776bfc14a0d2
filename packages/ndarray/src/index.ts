/**
 * The public names, and nothing else. NumPy's documentation explains each.
 */
import "./methods/core.ts";
import "./methods/text.ts";

export { NDArray } from "./array/ndarray.ts";
export { scope } from "./array/make.ts";
export type { ArrayLike } from "./array/convert.ts";
export {
  bool,
  complex128,
  complex64,
  dtype,
  float16,
  float32,
  float64,
  int16,
  int32,
  int64,
  int8,
  uint16,
  uint32,
  uint64,
  uint8,
} from "./dtype/dtype.ts";
export type { Complex, DType, DTypeLike, DTypeName, Scalar, ScalarOf } from "./dtype/dtype.ts";
export { finfo, iinfo } from "./dtype/limits.ts";
export { promote_types } from "./dtype/promote.ts";
export { AxisError, IndexError, LinAlgError, OverflowError, ValueError } from "./errors.ts";
export { arange, asarray, empty, full, ones, zeros } from "./functions/creation.ts";
export {
  array2string,
  array_repr,
  array_str,
  format_float_positional,
  format_float_scientific,
} from "./functions/printing.ts";
export { load, save, savez, savez_compressed } from "./io/files.ts";
export * as lib from "./lib.ts";
export { get_printoptions, printoptions, set_printoptions } from "./print/options.ts";
export { Slice, slice } from "./indexing/slice.ts";
export { add, multiply, subtract } from "./ufunc/table.ts";

/** A new axis of length 1 in an index, as in NumPy: null. */
export const newaxis: null = null;
