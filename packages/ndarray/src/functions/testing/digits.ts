/**
 * NumPy's assertions about how many digits agree, and how many representable numbers lie between two.
 *
 * Source: https://numpy.org/doc/stable/reference/routines.testing.html
 */
import { type ArrayLike, toArray } from "../../array/convert.ts";
import { copyAs } from "../../array/copy.ts";
import type { NDArray } from "../../array/ndarray.ts";
import { viewDType } from "../../array/views.ts";
import { type DType, type DTypeLike, dtype as asDType } from "../../dtype/dtype.ts";
import { iinfo } from "../../dtype/limits.ts";
import { ValueError, tupleText } from "../../errors.ts";
import { positionalOr } from "../../options.ts";
import { absolute, multiply, subtract } from "../../ufunc/arithmetic.ts";
import { greater, isnan, less, less_equal } from "../../ufunc/comparison.ts";
import { spacing } from "../../ufunc/floating.ts";
import { common_type } from "../dtype_questions.ts";
import { all, max } from "../reductions.ts";
import { expand_dims } from "../reshape.ts";
import { where } from "../where.ts";
import type { AssertionOptions } from "./assertions.ts";
import { AssertionError, itemMessage } from "./compare.ts";
import { general } from "./general.ts";

export interface SignificantOption extends AssertionOptions {
  /** How many digits must agree; 7 unless told. */
  readonly significant?: number | undefined;
}

/**
 * Fails unless two numbers agree to `significant` digits.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.testing.assert_approx_equal.html
 *
 * @throws {AssertionError}
 * @example assert_approx_equal(0.12345677777777e-20, 0.1234567e-20)
 */
export function assert_approx_equal(
  actual: number,
  desired: number,
  options?: number | SignificantOption,
): void {
  const given = positionalOr<SignificantOption, "significant">(
    "assert_approx_equal",
    "significant",
    options,
    null,
    ["significant", "err_msg", "verbose"],
  );
  const { significant = 7, err_msg = "", verbose = true } = given;
  const areNumbers = !Number.isNaN(actual) && !Number.isNaN(desired);
  if (actual === desired || (Number.isNaN(actual) && Number.isNaN(desired))) return;
  const scale = 10 ** Math.floor(Math.log10((Math.abs(desired) + Math.abs(actual)) / 2));
  const apart = Math.abs(desired / scale - actual / scale);
  if (areNumbers && Number.isFinite(scale) && apart < 10 ** -(significant - 1)) return;
  const header = `Items are not equal to ${significant} significant digits:`;
  throw new AssertionError(itemMessage(header, [actual, desired], err_msg, verbose));
}

export interface NulpOption {
  /** How many times the distance to the next number two elements may be apart; 1 unless told. */
  readonly nulp?: number | undefined;
}

/**
 * Fails unless elements are at most `nulp` times the spacing of the larger of them apart.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.testing.assert_array_almost_equal_nulp.html
 *
 * @throws {AssertionError}
 * @example assert_array_almost_equal_nulp([1], [1 + 2 ** -52])
 */
export function assert_array_almost_equal_nulp(
  x: ArrayLike,
  y: ArrayLike,
  options?: number | NulpOption,
): void {
  const { nulp = 1 } = positionalOr<NulpOption, "nulp">(
    "assert_array_almost_equal_nulp",
    "nulp",
    options,
    null,
    ["nulp"],
  );
  const [ax, ay]: NDArray[] = [absolute(x), absolute(y)];
  const allowed = multiply(spacing(where(greater(ax, ay), ax!, ay!)), nulp);
  if (all(less_equal(absolute(subtract(x, y)), allowed))) return;
  const isComplex = [x, y].some((a) => toArray(a).dtype.kind === "c");
  const most = isComplex ? "" : ` (max is ${largest(stepsBetween(x, y))})`;
  throw new AssertionError(`Arrays are not equal to ${nulp} ULP${most}`);
}

export interface MaxUlpOption {
  /** How many representable numbers may lie from one element to the other; 1 unless told. */
  readonly maxulp?: number | undefined;
  /** What both are compared as; their common float dtype unless told. */
  readonly dtype?: DTypeLike | null | undefined;
}

/**
 * Fails unless at most `maxulp` representable numbers lie from one element to the other; gives how many, with one axis more.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.testing.assert_array_max_ulp.html
 *
 * @throws {AssertionError}
 * @example assert_array_max_ulp([1], [1 + 2 ** -52]) // [[1]]
 */
export function assert_array_max_ulp(
  a: ArrayLike,
  b: ArrayLike,
  options?: number | MaxUlpOption,
): NDArray {
  const { maxulp = 1, dtype } = positionalOr<MaxUlpOption, "maxulp">(
    "assert_array_max_ulp",
    "maxulp",
    options,
    null,
    ["maxulp", "dtype"],
  );
  const steps = stepsBetween(a, b, dtype);
  if (all(less_equal(steps, maxulp))) return steps;
  throw new AssertionError(
    `Arrays are not almost equal up to ${general(maxulp)} ULP (max difference is ${largest(steps)} ULP)`,
  );
}

/** How many representable numbers lie from `x` to `y`, as floats of their dtype, with one axis more. */
function stepsBetween(x: ArrayLike, y: ArrayLike, wanted?: DTypeLike | null): NDArray {
  const given = [x, y].map((a) =>
    wanted === undefined || wanted === null ? toArray(a) : toArray(a, asDType(wanted)),
  );
  const dtype = common_type(...given);
  if (dtype.kind === "c") throw new ValueError("_nulp not implemented for complex array");
  const [a, b] = given.map((array) => expand_dims(array, { axis: 0 })) as [NDArray, NDArray]; // two are given
  if (a.shape.join() !== b.shape.join())
    throw new ValueError(
      `Arrays do not have the same shape: ${tupleText(a.shape, ", ")} - ${tupleText(b.shape, ", ")}`,
    );
  return absolute(copyAs(subtract(placeOf(a, dtype), placeOf(b, dtype)), dtype, "K"));
}

/** The position of each element among the floats of `dtype`, as an integer; every nan has one and the same. */
function placeOf(a: NDArray, dtype: DType): NDArray {
  const floats = where(isnan(a), NaN, copyAs(a, dtype, "C"));
  const integers = asDType(`int${8 * dtype.itemsize}` as "int64"); // 16, 32 or 64 bits
  const bits = viewDType(floats, integers);
  const least = toArray(iinfo(integers).min, integers);
  return where(less(bits, 0), subtract(least, bits), bits);
}

function largest(a: NDArray): string {
  return general(Number(max(a)));
}
