/**
 * Reductions that leave nan out.
 *
 * nan is replaced by what changes nothing, or masked away. Integers have none, so they are reduced as always.
 * Source: https://numpy.org/doc/stable/reference/routines.statistics.html
 */
import { scalarScratch, toArray, toValues } from "../array/convert.ts";
import { layoutFor } from "../array/copy.ts";
import { freeScratch, scratchArray, scratchLike } from "../array/make.ts";
import type { NDArray } from "../array/ndarray.ts";
import { type Scalar, type ScalarOf, bool, dtype as asDType } from "../dtype/dtype.ts";
import type { ArrayAsked, DTypeOf, MeanOf, RealOf, SumOf, Whole } from "../dtype/result.ts";
import { ValueError } from "../errors.ts";
import { copyElements, copyWhere } from "../kernels/copy.ts";
import { isOnlyAxis, normalizeAxes } from "../layout/axis.ts";
import { readOptions } from "../options.ts";
import { add, multiply } from "../ufunc/arithmetic.ts";
import { computeInto, lineUp, maskOf } from "../ufunc/call.ts";
import { fmax, fmin, isnan, logical_and, logical_not } from "../ufunc/comparison.ts";
import { FastFold } from "../ufunc/fast-fold.ts";
import { reduceInto, reducedShape, reductionLoop } from "../ufunc/reduce.ts";
import { rowOf } from "../ufunc/ufunc.ts";
import { type CumulativeOptions, cumulate } from "./cumulative.ts";
import { type ArgumentOptions, argmax, argmin } from "./extremes.ts";
import {
  FOLD_KEYS,
  type FoldOptions,
  SUM_KEYS,
  type SumOptions,
  adding,
  foldWith,
  multiplying,
} from "./fold.ts";
import { type MeanOptions, type VarOptions, mean, variance } from "./moments.ts";

const largest = new FastFold(fmax);
const smallest = new FastFold(fmin);

/**
 * The sum of all elements that are not nan; 0 where all are.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.nansum.html
 * @example nansum([1, NaN, 2]) // 3
 */
export function nansum<X>(x: X, options?: SumOptions & Whole): ScalarOf<SumOf<DTypeOf<X>>>;
export function nansum(x: unknown, options: SumOptions & ArrayAsked): NDArray;
export function nansum(x: unknown, options?: SumOptions): NDArray | Scalar;
export function nansum(x: unknown, options?: SumOptions): NDArray | Scalar {
  const known = readOptions("nansum", options, SUM_KEYS);
  return withoutNan(toArray(x), 0, (a) => foldWith("sum", adding, a, known, SUM_KEYS));
}

/**
 * The product of all elements that are not nan; 1 where all are.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.nanprod.html
 * @example nanprod([3, NaN, 2]) // 6
 */
export function nanprod<X>(x: X, options?: SumOptions & Whole): ScalarOf<SumOf<DTypeOf<X>>>;
export function nanprod(x: unknown, options: SumOptions & ArrayAsked): NDArray;
export function nanprod(x: unknown, options?: SumOptions): NDArray | Scalar;
export function nanprod(x: unknown, options?: SumOptions): NDArray | Scalar {
  const known = readOptions("nanprod", options, SUM_KEYS);
  return withoutNan(toArray(x), 1, (a) => foldWith("sum", multiplying, a, known, SUM_KEYS));
}

/**
 * The largest element that is not nan; nan where all are.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.nanmax.html
 * @throws {ValueError} for nothing to choose from
 * @example nanmax([1, NaN, 2]) // 2
 */
export function nanmax<X>(x: X, options?: FoldOptions & Whole): ScalarOf<DTypeOf<X>>;
export function nanmax(x: unknown, options: FoldOptions & ArrayAsked): NDArray;
export function nanmax(x: unknown, options?: FoldOptions): NDArray | Scalar;
export function nanmax(x: unknown, options?: FoldOptions): NDArray | Scalar {
  return foldWith("nanmax", largest, x, options, FOLD_KEYS);
}

/**
 * The smallest element that is not nan; nan where all are.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.nanmin.html
 * @throws {ValueError} for nothing to choose from
 * @example nanmin([1, NaN, 2]) // 1
 */
export function nanmin<X>(x: X, options?: FoldOptions & Whole): ScalarOf<DTypeOf<X>>;
export function nanmin(x: unknown, options: FoldOptions & ArrayAsked): NDArray;
export function nanmin(x: unknown, options?: FoldOptions): NDArray | Scalar;
export function nanmin(x: unknown, options?: FoldOptions): NDArray | Scalar {
  return foldWith("nanmin", smallest, x, options, FOLD_KEYS);
}

const MEAN_KEYS = ["axis", "keepdims", "out", "dtype", "where"] as const;
const VAR_KEYS = [
  "axis",
  "keepdims",
  "out",
  "dtype",
  "where",
  "ddof",
  "correction",
  "mean",
] as const;

/**
 * The mean of all elements that are not nan; nan where all are.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.nanmean.html
 * @example nanmean([1, NaN, 3]) // 2
 */
export function nanmean<X>(x: X, options?: MeanOptions & Whole): ScalarOf<MeanOf<DTypeOf<X>>>;
export function nanmean(x: unknown, options: MeanOptions & ArrayAsked): NDArray;
export function nanmean(x: unknown, options?: MeanOptions): NDArray | Scalar;
export function nanmean(x: unknown, options?: MeanOptions): NDArray | Scalar {
  const known = readOptions("nanmean", options, MEAN_KEYS);
  refuseWhole(toArray(x), known);
  return overNumbers(toArray(x), known.where, (a, where) => {
    const dtype = known.dtype ?? (a.dtype.name === "float16" ? a.dtype : null); // no wider sums here than there are elements
    const isNone = a.ndim === 0 && typeof known.axis === "number" && isOnlyAxis(known.axis);
    return mean(a, { ...known, dtype, where, axis: isNone ? [] : known.axis }); // `mean` itself would refuse it
  });
}

/**
 * The variance of all elements that are not nan; nan where all are.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.nanvar.html
 * @example nanvar([1, NaN, 3]) // 1
 */
export function nanvar<X>(x: X, options?: VarOptions & Whole): ScalarOf<RealOf<MeanOf<DTypeOf<X>>>>;
export function nanvar(x: unknown, options: VarOptions & ArrayAsked): NDArray;
export function nanvar(x: unknown, options?: VarOptions): NDArray | Scalar;
export function nanvar(x: unknown, options?: VarOptions): NDArray | Scalar {
  const known = readOptions("nanvar", options, VAR_KEYS);
  refuseWhole(toArray(x), known);
  return overNumbers(toArray(x), known.where, (a, where) =>
    variance("var", a, { ...known, where }, divisorOf(a)),
  );
}

/**
 * The standard deviation of all elements that are not nan; nan where all are.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.nanstd.html
 * @example nanstd([1, NaN, 3]) // 1
 */
export function nanstd<X>(x: X, options?: VarOptions & Whole): ScalarOf<RealOf<MeanOf<DTypeOf<X>>>>;
export function nanstd(x: unknown, options: VarOptions & ArrayAsked): NDArray;
export function nanstd(x: unknown, options?: VarOptions): NDArray | Scalar;
export function nanstd(x: unknown, options?: VarOptions): NDArray | Scalar {
  const known = readOptions("nanstd", options, VAR_KEYS);
  refuseWhole(toArray(x), known);
  return overNumbers(toArray(x), known.where, (a, where) =>
    variance("std", a, { ...known, where }, divisorOf(a)),
  );
}

/**
 * The position of the largest element that is not nan.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.nanargmax.html
 * @throws {ValueError} where all are nan, or there are none
 * @example nanargmax([1, NaN, 2]) // 2
 */
export function nanargmax(x: unknown, options?: ArgumentOptions & Whole): number;
export function nanargmax(x: unknown, options: ArgumentOptions & ArrayAsked): NDArray<"int32">;
export function nanargmax(x: unknown, options?: ArgumentOptions): NDArray | Scalar;
export function nanargmax(x: unknown, options?: ArgumentOptions): NDArray | Scalar {
  const a = toArray(x);
  refuseAllNan(a, options?.axis);
  return withoutNan(a, -Infinity, (b) => argmax(b, options));
}

/**
 * The position of the smallest element that is not nan.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.nanargmin.html
 * @throws {ValueError} where all are nan, or there are none
 * @example nanargmin([NaN, 2, 1]) // 2
 */
export function nanargmin(x: unknown, options?: ArgumentOptions & Whole): number;
export function nanargmin(x: unknown, options: ArgumentOptions & ArrayAsked): NDArray<"int32">;
export function nanargmin(x: unknown, options?: ArgumentOptions): NDArray | Scalar;
export function nanargmin(x: unknown, options?: ArgumentOptions): NDArray | Scalar {
  const a = toArray(x);
  refuseAllNan(a, options?.axis);
  return withoutNan(a, Infinity, (b) => argmin(b, options));
}

const CUMULATIVE_KEYS = ["axis", "dtype", "out"] as const;

/**
 * The running sum in which nan counts as 0.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.nancumsum.html
 * @example nancumsum([1, NaN, 2]).tolist() // [1, 1, 3]
 */
export function nancumsum(x: unknown, options?: CumulativeOptions): NDArray {
  const known = readOptions("nancumsum", options, CUMULATIVE_KEYS);
  return withoutNan(toArray(x), 0, (a) => cumulate(add, a, known));
}

/**
 * The running product in which nan counts as 1.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.nancumprod.html
 * @example nancumprod([3, NaN, 2]).tolist() // [3, 3, 6]
 */
export function nancumprod(x: unknown, options?: CumulativeOptions): NDArray {
  const known = readOptions("nancumprod", options, CUMULATIVE_KEYS);
  return withoutNan(toArray(x), 1, (a) => cumulate(multiply, a, known));
}

/** Runs `fold` on `a`, its nan replaced by `neutral` in a scratch copy. */
function withoutNan<T>(a: NDArray, neutral: number, fold: (a: NDArray) => T): T {
  if (a.dtype.kind !== "f" && a.dtype.kind !== "c") return fold(a);
  const copy = scratchLike(layoutFor(a, "K", a.itemsize), a.dtype);
  const mask = scratchArray(a.shape, bool);
  copyElements(a, copy, a.shape);
  computeInto(rowOf(isnan), [a], [mask]);
  copyWhere(lineUp(scalarScratch(neutral, a.dtype), a.shape), mask, copy, a.shape);
  freeScratch(mask);
  const result = fold(copy);
  freeScratch(copy);
  return result;
}

/** Runs `fold` with a mask that leaves nan out, besides what `where` leaves out. */
function overNumbers<T>(a: NDArray, where: unknown, fold: (a: NDArray, where: unknown) => T): T {
  if (a.dtype.kind !== "f" && a.dtype.kind !== "c") return fold(a, where);
  const mask = scratchArray(a.shape, bool);
  computeInto(rowOf(isnan), [a], [mask]);
  computeInto(rowOf(logical_not), [mask], [mask]);
  const given = maskOf(where);
  if (given !== null) computeInto(rowOf(logical_and), [mask, lineUp(given, a.shape)], [mask]);
  const result = withoutNan(a, 0, (b) => fold(b, mask));
  freeScratch(mask);
  return result;
}

/** @throws {ValueError} when a slice along `axis` holds nothing but nan */
function refuseAllNan(a: NDArray, axis: number | null | undefined): void {
  if ((a.dtype.kind !== "f" && a.dtype.kind !== "c") || a.size === 0) return;
  const axes = normalizeAxes(a.ndim === 0 && isOnlyAxis(axis) ? null : axis, a.ndim);
  const mask = scratchArray(a.shape, bool);
  const found = scratchArray(reducedShape(a.shape, axes, false), bool);
  computeInto(rowOf(isnan), [a], [mask]);
  reduceInto(rowOf(logical_and), reductionLoop(rowOf(logical_and), bool, null), mask, found, axes);
  const isAll = toValues(found).includes(true);
  freeScratch(mask);
  freeScratch(found);
  if (isAll) throw new ValueError("All-NaN slice encountered");
}

/** What an empty slice is divided by: nan where there can be nan, 0 for integers, as in a plain variance. */
function divisorOf({ dtype }: NDArray): number {
  return dtype.kind === "f" || dtype.kind === "c" ? Number.NaN : 0;
}

/** @throws {TypeError} when moments of floats are asked for as integers */
function refuseWhole(a: NDArray, { dtype, out }: Partial<MeanOptions>): void {
  if (a.dtype.kind !== "f" && a.dtype.kind !== "c") return;
  const isInexact = (kind: string): boolean => kind === "f" || kind === "c";
  if (dtype !== undefined && dtype !== null && !isInexact(asDType(dtype).kind)) {
    throw new TypeError("If a is inexact, then dtype must be inexact");
  }
  if (out !== undefined && out !== null && !isInexact(out.dtype.kind))
    throw new TypeError("If a is inexact, then out must be inexact");
}
