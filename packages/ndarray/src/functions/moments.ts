/**
 * Means, variances and standard deviations.
 *
 * A variance takes two passes, the mean first, since one pass cancels. Integers are computed in float64, float16 in
 * float32. Nothing to average gives nan.
 * Source: https://numpy.org/doc/stable/reference/routines.statistics.html
 */
import { toArray, toValues } from "../array/convert.ts";
import { freeScratch, scratchArray, viewStrided } from "../array/make.ts";
import { NDArray } from "../array/ndarray.ts";
import { imaginaryPart, realPart } from "../array/views.ts";
import {
  type DType,
  type DTypeLike,
  type Scalar,
  type ScalarOf,
  dtype as asDType,
  float32,
  float64,
} from "../dtype/dtype.ts";
import type { ArrayAsked, DTypeOf, MeanOf, RealOf, Whole } from "../dtype/result.ts";
import { canCast } from "../dtype/promote.ts";
import { ValueError, cannotCastUfunc } from "../errors.ts";
import { copyElements } from "../kernels/copy.ts";
import { normalizeAxes } from "../layout/axis.ts";
import { readOptions } from "../options.ts";
import { add, divide, multiply, subtract } from "../ufunc/arithmetic.ts";
import { computeInto, lineUp, maskOf } from "../ufunc/call.ts";
import { sqrt } from "../ufunc/exponential.ts";
import {
  castScratch,
  checkOut,
  reduceInto,
  reducedShape,
  reductionLoop,
  stridesWithOnes,
} from "../ufunc/reduce.ts";
import { resolveLoop } from "../ufunc/resolve.ts";
import { rowOf } from "../ufunc/ufunc.ts";
import {
  type Fold,
  type OutOptions,
  adding,
  finishFold,
  isAxisOnly,
  isNothing,
  foldTarget,
  startFold,
} from "./fold.ts";

export interface MeanOptions extends OutOptions {
  readonly dtype?: DTypeLike | null | undefined;
  /** Elements where this is false are left out. */
  readonly where?: unknown;
}

export interface VarOptions extends MeanOptions {
  /** Subtracted from the number of elements before dividing by it; 0 unless told. */
  readonly ddof?: number | undefined;
  /** The Array API standard's name for `ddof`. */
  readonly correction?: number | undefined;
  /** The mean, if it is known, with the folded axes kept. */
  readonly mean?: unknown;
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
 * The arithmetic mean, along `axis` or of all; float64 for integers and booleans.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.mean.html
 * @throws {AxisError} when an axis lies outside
 * @example mean([[1, 2], [3, 5]], { axis: 1 }).tolist() // [1.5, 4]
 */
export function mean<X>(x: X, options?: MeanOptions & Whole): ScalarOf<MeanOf<DTypeOf<X>>>;
export function mean(x: unknown, options: MeanOptions & ArrayAsked): NDArray;
export function mean(x: unknown, options?: MeanOptions): NDArray | Scalar;
export function mean(x: unknown, options?: MeanOptions): NDArray | Scalar {
  if (x instanceof NDArray) {
    const quick = quickMean(x, options);
    if (quick !== null) return quick;
  }
  const known = readOptions("mean", options, MEAN_KEYS);
  const fold = startFold(x, known);
  needAxes(fold, known.axis);
  const { working, final } = momentDTypes(fold.a.dtype, known.dtype);
  const result = foldTarget(fold, final, known.out);
  checkOut(rowOf(add), result, fold.shape, fold.a.shape, fold.axes);
  const counts = countsOf(fold, known.where);
  const total = scratchArray(result.shape, working);
  meanInto(fold, total, counts, known.where);
  copyElements(total, result, result.shape);
  freeScratch(total);
  freeCounts(counts);
  return finishFold(fold, result);
}

/** The mean of integers, float64 or float32 over everything or along one axis, or null where the long way must be taken. */
function quickMean(a: NDArray, options: MeanOptions | undefined): NDArray | number | null {
  const dtype = a.dtype as DType; // one among all
  const { kind } = dtype;
  // The copy is C-contiguous, and a result along an axis lies in memory as the array does.
  const isFit = isNothing(options) || (a.layout.isC && isAxisOnly(options));
  if (kind !== "f" && kind !== "c" && isFit) {
    const wide = castScratch(a, float64);
    const result = quickMean(wide, options);
    freeScratch(wide);
    return result;
  }
  if (dtype !== float64 && dtype !== float32) return null;
  if (isNothing(options)) {
    const total = adding.all(a);
    if (total === null) return null;
    const value = (total as number) / a.size; // a float array's
    return dtype === float32 ? Math.fround(value) : value;
  }
  const totals = isAxisOnly(options) ? adding.along(a, options.axis) : null;
  if (totals === null) return null;
  const data = totals.memory.view(totals.dtype);
  const first = totals.address / totals.itemsize;
  const n = a.size / totals.size;
  for (let k = first; k < first + totals.size; k++) data[k] = (data[k] as number) / n; // floats
  return totals;
}

/**
 * The variance: the mean square distance from the mean, along `axis` or of all; real for complex numbers.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.var.html
 * @throws {ValueError} when both `ddof` and `correction` are given
 * @example var_([1, 2, 3, 4]) // 1.25
 */
export function var_<X>(x: X, options?: VarOptions & Whole): ScalarOf<RealOf<MeanOf<DTypeOf<X>>>>;
export function var_(x: unknown, options: VarOptions & ArrayAsked): NDArray;
export function var_(x: unknown, options?: VarOptions): NDArray | Scalar;
export function var_(x: unknown, options?: VarOptions): NDArray | Scalar {
  const known = readOptions("var", options, VAR_KEYS);
  needAxes(startFold(x, known), known.axis);
  return variance("var", x, known);
}

/**
 * The standard deviation: the square root of the variance.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.std.html
 * @throws {ValueError} when both `ddof` and `correction` are given
 * @example std([1, 3]) // 1
 */
export function std<X>(x: X, options?: VarOptions & Whole): ScalarOf<RealOf<MeanOf<DTypeOf<X>>>>;
export function std(x: unknown, options: VarOptions & ArrayAsked): NDArray;
export function std(x: unknown, options?: VarOptions): NDArray | Scalar;
export function std(x: unknown, options?: VarOptions): NDArray | Scalar {
  const known = readOptions("std", options, VAR_KEYS);
  needAxes(startFold(x, known), known.axis);
  return variance("std", x, known);
}

/** @throws {AxisError} for an axis of an array that has none: unlike sums, moments of one allow not even axis 0 */
function needAxes({ a }: Fold, axis: Partial<MeanOptions>["axis"]): void {
  if (a.ndim === 0) normalizeAxes(axis, 0);
}

/** The variance or its root. `tooFew` is the divisor where `ddof` leaves none: 0, or nan for the nan-functions. */
export function variance(
  name: "var" | "std",
  x: unknown,
  options: Partial<VarOptions>,
  tooFew = 0,
): NDArray | Scalar {
  if (options.correction !== undefined && options.ddof !== undefined && options.ddof !== 0) {
    throw new ValueError("ddof and correction can't be provided simultaneously.");
  }
  const fold = startFold(x, options);
  const isAsked = options.dtype !== undefined && options.dtype !== null;
  const { final } = momentDTypes(fold.a.dtype, options.dtype);
  const working = final; // half precision too, unlike in a mean: large squares are infinite, as in NumPy
  const result = foldTarget(fold, isAsked ? final : realPartOf(final), options.out);
  checkOut(rowOf(add), result, fold.shape, fold.a.shape, fold.axes);
  if (name === "std" && (fold.shape.length > 0 || options.out)) checkRoot(result.dtype);
  const squares = scratchArray(result.shape, isAsked ? working : realPartOf(working));
  varianceInto(fold, squares, working, options, tooFew);
  if (name === "std") computeInto(rowOf(sqrt), [squares], [squares]);
  copyElements(squares, result, result.shape);
  freeScratch(squares);
  return finishFold(fold, result);
}

/** @throws {TypeError} when roots cannot be written to an array of `dtype`, which is where NumPy takes them */
function checkRoot(dtype: DType): void {
  const root = resolveLoop(rowOf(sqrt), [dtype]).outputs[0]!;
  if (!canCast(root, dtype, "same_kind"))
    throw new TypeError(cannotCastUfunc("sqrt", "output", root.name, dtype.name, "same_kind"));
}

function varianceInto(
  fold: Fold,
  target: NDArray,
  working: DType,
  options: Partial<VarOptions>,
  tooFew: number,
): void {
  const { a, axes } = fold;
  const counts = countsOf(fold, options.where);
  const kept = reducedShape(a.shape, axes, true);
  const means = scratchArray(kept, working);
  if (options.mean === undefined || options.mean === null)
    meanInto(fold, means, counts, options.where);
  else copyElements(lineUp(toArray(options.mean), kept), means, kept);
  const away = scratchArray(a.shape, working);
  computeInto(rowOf(subtract), [a, lineUp(means, a.shape)], [away]);
  const squares = squaresOf(away);
  sumInto(squares, target, axes, options.where);
  divideBy(keptView(target, fold), counts, options.correction ?? options.ddof ?? 0, tooFew);
  for (const scratch of new Set([means, away, squares])) freeScratch(scratch);
  freeCounts(counts);
}

function meanInto(fold: Fold, target: NDArray, counts: Counts, where: unknown): void {
  sumInto(fold.a, target, fold.axes, where);
  divideBy(keptView(target, fold), counts, 0, 0);
}

/** The sum of `a` in the dtype of `target`. */
function sumInto(a: NDArray, target: NDArray, axes: readonly number[], where: unknown): void {
  reduceInto(rowOf(add), reductionLoop(rowOf(add), target.dtype, target.dtype), a, target, axes, {
    where,
  });
}

/** |x| ** 2 for each element: in place for reals, in fresh scratch for complex numbers. */
function squaresOf(a: NDArray): NDArray {
  if (a.dtype.kind !== "c") {
    computeInto(rowOf(multiply), [a, a], [a]);
    return a;
  }
  const squares = scratchArray(a.shape, realPartOf(a.dtype));
  const other = scratchArray(a.shape, squares.dtype);
  computeInto(rowOf(multiply), [realPart(a), realPart(a)], [squares]);
  computeInto(rowOf(multiply), [imaginaryPart(a), imaginaryPart(a)], [other]);
  computeInto(rowOf(add), [squares, other], [squares]);
  freeScratch(other);
  return squares;
}

/** `target` divided by the counts, each less `ddof`. */
function divideBy(target: NDArray, counts: Counts, ddof: number, tooFew: number): void {
  const divisors = scratchArray(typeof counts === "number" ? [] : counts.shape, float64);
  const data = divisors.memory.view(divisors.dtype);
  const first = divisors.address / 8;
  const known = typeof counts === "number" ? [counts] : toValues(counts).map(Number);
  for (const [k, n] of known.entries()) data[first + k] = n - ddof > 0 ? n - ddof : tooFew;
  computeInto(rowOf(divide), [target, lineUp(divisors, target.shape)], [target]);
  freeScratch(divisors);
}

/** `target` with the folded axes as axes of length 1. */
function keptView(target: NDArray, { a, axes }: Fold): NDArray {
  const kept = reducedShape(a.shape, axes, true);
  return viewStrided(target, kept, stridesWithOnes(target, kept, axes));
}

/** What moments of `dtype` are computed in, and what they are given in. */
function momentDTypes(
  dtype: DType,
  wanted: DTypeLike | null | undefined,
): { working: DType; final: DType } {
  if (wanted !== undefined && wanted !== null)
    return { working: asDType(wanted), final: asDType(wanted) };
  if (dtype.name === "float16") return { working: float32, final: dtype };
  const final: DType = "biu".includes(dtype.kind) ? float64 : dtype;
  return { working: final, final };
}

function realPartOf(dtype: DType): DType {
  return dtype.kind !== "c" ? dtype : dtype.itemsize === 8 ? float32 : float64;
}

/** How many elements each result is made of: one number, or one for each where a mask tells them apart. */
type Counts = number | NDArray;

function countsOf({ a, axes }: Fold, where: unknown): Counts {
  const mask = maskOf(where);
  if (mask === null) return axes.reduce((n, k) => n * a.shape[k]!, 1);
  const counts = scratchArray(reducedShape(a.shape, axes, true), float64);
  sumInto(lineUp(mask, a.shape), counts, axes, undefined);
  return counts;
}

function freeCounts(counts: Counts): void {
  if (typeof counts !== "number") freeScratch(counts);
}
