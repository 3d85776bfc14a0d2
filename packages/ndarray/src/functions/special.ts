/**
 * Functions of elements that are more than one ufunc: nan replaced, signed infinities found, sinc.
 *
 * Source: https://numpy.org/doc/stable/reference/routines.math.html
 */
import { scalarScratch, toArray } from "../array/convert.ts";
import { copyAs, layoutFor } from "../array/copy.ts";
import { emptyLike } from "../array/make.ts";
import type { NDArray } from "../array/ndarray.ts";
import { imaginaryPart, realPart } from "../array/views.ts";
import { type DType, float64 } from "../dtype/dtype.ts";
import { finfo } from "../dtype/limits.ts";
import { copyWhere } from "../kernels/copy.ts";
import { noteTraffic, uncounted } from "../memory/counter.ts";
import { readOptions } from "../options.ts";
import { divide, multiply } from "../ufunc/arithmetic.ts";
import { lineUp } from "../ufunc/call.ts";
import { equal, isinf, isnan, logical_and, logical_not, signbit } from "../ufunc/comparison.ts";
import { FLOATS } from "../ufunc/row.ts";
import { sin } from "../ufunc/trigonometric.ts";
import { type UnaryUfunc, unary } from "../ufunc/ufunc.ts";

export interface NanToNumOptions {
  /** false writes into `x` itself where it is an array. */
  readonly copy?: boolean | undefined;
  /** What stands in for nan; 0 unless told. */
  readonly nan?: number | undefined;
  /** What stands in for infinity; the largest float of the dtype unless told. */
  readonly posinf?: number | null | undefined;
  /** What stands in for minus infinity; the most negative float unless told. */
  readonly neginf?: number | null | undefined;
}

/**
 * The elements with nan and infinities replaced by finite numbers, part by part for complex ones.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.nan_to_num.html
 * @example nan_to_num([NaN, 1, Infinity], { posinf: 9 }).tolist() // [0, 1, 9]
 */
export function nan_to_num(x: unknown, options?: NanToNumOptions): NDArray {
  const { copy, nan, posinf, neginf } = readOptions("nan_to_num", options, [
    "copy",
    "nan",
    "posinf",
    "neginf",
  ]);
  const given = toArray(x);
  const a = copy === false ? given : copyAs(given, given.dtype, "K");
  if (a.dtype.kind !== "f" && a.dtype.kind !== "c") return a;
  const { max, min } = finfo(a.dtype);
  for (const part of a.dtype.kind === "c" ? [realPart(a), imaginaryPart(a)] : [a]) {
    uncounted(() => {
      replace(part, isnan(part), nan ?? 0);
      replace(part, isposinf(part), posinf ?? max);
      replace(part, isneginf(part), neginf ?? min);
    });
  }
  return a;
}

function replace(a: NDArray, mask: NDArray, value: number): void {
  copyWhere(lineUp(scalarScratch(value, a.dtype), a.shape), mask, a, a.shape);
}

/**
 * Where x is positive infinity.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.isposinf.html
 * @throws {TypeError} for complex numbers
 * @example isposinf([Infinity, -Infinity, 1]).tolist() // [true, false, false]
 */
export function isposinf(
  x: unknown,
  options?: { readonly out?: NDArray | null | undefined },
): NDArray {
  const { out } = readOptions("isposinf", options, ["out"]);
  const isPositive = uncounted(() => logical_not(sign(x)));
  return logical_and(
    uncounted(() => isinf(x)),
    isPositive,
    { out },
  );
}

/**
 * Where x is negative infinity.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.isneginf.html
 * @throws {TypeError} for complex numbers
 * @example isneginf([Infinity, -Infinity, 1]).tolist() // [false, true, false]
 */
export function isneginf(
  x: unknown,
  options?: { readonly out?: NDArray | null | undefined },
): NDArray {
  const { out } = readOptions("isneginf", options, ["out"]);
  const isNegative = uncounted(() => sign(x));
  return logical_and(
    uncounted(() => isinf(x)),
    isNegative,
    { out },
  );
}

function sign(x: unknown): NDArray {
  const a = toArray(x);
  if (a.dtype.kind === "c") {
    throw new TypeError(
      `This operation is not supported for ${a.dtype.name} values because it would be ambiguous.`,
    );
  }
  return signbit(a);
}

/**
 * sin(pi x) / (pi x), which is 1 at 0.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.sinc.html
 * @example sinc([0]).tolist() // [1]
 */
export function sinc(x: unknown): NDArray {
  const a = toArray(x);
  const isInexact = a.dtype.kind === "f" || a.dtype.kind === "c";
  const dtype: DType = isInexact ? a.dtype : float64;
  const result = emptyLike(layoutFor(a, "K", dtype.itemsize), dtype);
  uncounted(() => {
    const angles = multiply(isInexact ? a : copyAs(a, float64, "K"), Math.PI);
    const nearly = a.dtype.name === "float16" ? finfo("float16").eps : 1e-20; // so small that sin(x) / x is 1
    replace(angles, equal(angles, 0), nearly);
    divide(sin(angles), angles, { out: result });
  });
  noteTraffic(a.size, a.size);
  return result;
}

/**
 * The modified Bessel function of the first kind, of order 0; reals only.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.i0.html
 * @example i0([0]).tolist() // [1]
 */
export const i0: UnaryUfunc = unary("i0", FLOATS, "$->$", {
  isFloating: true,
  refusal: ([name]) => (name!.startsWith("complex") ? "i0 not supported for complex values" : null),
});
