/**
 * Reductions that are one fold: sums, products, extremes, any and all.
 *
 * Over all axes they give a JS scalar, with `axis`, `keepdims` or `out` an array.
 * Source: https://numpy.org/doc/stable/reference/routines.math.html#sums-products-differences
 */
import { freeScratch, scratchArray } from "../array/make.ts";
import { NDArray } from "../array/ndarray.ts";
import { DEFAULT_INT, type DType, type Scalar, type ScalarOf, bool } from "../dtype/dtype.ts";
import { canCast, promoteTypes } from "../dtype/promote.ts";
import type { ArrayAsked, DTypeOf, SumOf, Whole } from "../dtype/result.ts";
import { cannotCastUfunc } from "../errors.ts";
import { copyElements } from "../kernels/copy.ts";
import { FlatTruth } from "../kernels/flat.ts";
import { noteTraffic } from "../memory/counter.ts";
import { readOptions } from "../options.ts";
import { add, subtract } from "../ufunc/arithmetic.ts";
import { computeInto } from "../ufunc/call.ts";
import { logical_and, logical_or, maximum, minimum } from "../ufunc/comparison.ts";
import { FastFold } from "../ufunc/fast-fold.ts";
import { checkOut, reduceInto, reductionLoop } from "../ufunc/reduce.ts";
import { rowOf } from "../ufunc/ufunc.ts";
import {
  type AxisOptions,
  FOLD_KEYS,
  type FoldOptions,
  type OutOptions,
  SUM_KEYS,
  type SumOptions,
  adding,
  finishFold,
  foldTarget,
  foldWith,
  multiplying,
  startFold,
} from "./fold.ts";

const largest = new FastFold(maximum);
const smallest = new FastFold(minimum);
const either = new FastFold(logical_or);
const both = new FastFold(logical_and);

/**
 * The sum of the elements, along `axis` or of all.
 *
 * Narrow integers and booleans are added in the default integer, floats in pairs; an empty sum is 0.
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.sum.html
 *
 * @throws {AxisError} when an axis lies outside
 * @example sum([[1, 2], [3, 4]], { axis: 0 }).tolist() // [4, 6]
 */
export function sum<X>(x: X, options?: SumOptions & Whole): ScalarOf<SumOf<DTypeOf<X>>>;
export function sum(x: unknown, options: SumOptions & ArrayAsked): NDArray;
export function sum(x: unknown, options?: SumOptions): NDArray | Scalar;
export function sum(x: unknown, options?: SumOptions): NDArray | Scalar {
  if (options === undefined && x instanceof NDArray && x.dtype.kind === "b") {
    const trues = answer("count", x);
    if (trues >= 0) return trues;
  }
  return foldWith("sum", adding, x, options, SUM_KEYS);
}

/**
 * The product of the elements, along `axis` or of all; dtypes as for `sum`, an empty product is 1.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.prod.html
 * @throws {AxisError} when an axis lies outside
 * @example prod([2, 3, 4]) // 24
 */
export function prod<X>(x: X, options?: SumOptions & Whole): ScalarOf<SumOf<DTypeOf<X>>>;
export function prod(x: unknown, options: SumOptions & ArrayAsked): NDArray;
export function prod(x: unknown, options?: SumOptions): NDArray | Scalar;
export function prod(x: unknown, options?: SumOptions): NDArray | Scalar {
  return foldWith("prod", multiplying, x, options, SUM_KEYS);
}

/**
 * The largest element, along `axis` or of all; nan where there is one.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.max.html
 * @throws {ValueError} for nothing to choose from, unless `initial` is given
 * @example max([[1, 5], [3, 4]], { axis: 1 }).tolist() // [5, 4]
 */
export function max<X>(x: X, options?: FoldOptions & Whole): ScalarOf<DTypeOf<X>>;
export function max(x: unknown, options: FoldOptions & ArrayAsked): NDArray;
export function max(x: unknown, options?: FoldOptions): NDArray | Scalar;
export function max(x: unknown, options?: FoldOptions): NDArray | Scalar {
  return foldWith("max", largest, x, options, FOLD_KEYS);
}

/**
 * The smallest element, along `axis` or of all; nan where there is one.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.min.html
 * @throws {ValueError} for nothing to choose from, unless `initial` is given
 * @example min([[1, 5], [3, 4]], { axis: 1 }).tolist() // [1, 3]
 */
export function min<X>(x: X, options?: FoldOptions & Whole): ScalarOf<DTypeOf<X>>;
export function min(x: unknown, options: FoldOptions & ArrayAsked): NDArray;
export function min(x: unknown, options?: FoldOptions): NDArray | Scalar;
export function min(x: unknown, options?: FoldOptions): NDArray | Scalar {
  return foldWith("min", smallest, x, options, FOLD_KEYS);
}

/** The same as `max`. Source: https://numpy.org/doc/stable/reference/generated/numpy.amax.html */
export const amax: typeof max = max;

/** The same as `min`. Source: https://numpy.org/doc/stable/reference/generated/numpy.amin.html */
export const amin: typeof min = min;

const TRUTH_KEYS = ["axis", "keepdims", "out", "where"] as const;

/**
 * Whether any element is true, along `axis` or of all; nan is true, and of nothing nothing is.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.any.html
 * @example any([[0, 1], [0, 0]], { axis: 1 }).tolist() // [true, false]
 */
export function any(x: unknown, options?: Omit<FoldOptions, "initial"> & Whole): boolean;
export function any(
  x: unknown,
  options: Omit<FoldOptions, "initial"> & ArrayAsked,
): NDArray<"bool">;
export function any(x: unknown, options?: Omit<FoldOptions, "initial">): NDArray | Scalar;
export function any(x: unknown, options?: Omit<FoldOptions, "initial">): NDArray | Scalar {
  const quick = options === undefined ? answer("any", x) : -1;
  return quick >= 0 ? quick === 1 : foldWith("any", either, x, options, TRUTH_KEYS);
}

/**
 * Whether every element is true, along `axis` or of all; nan is true, and of nothing all is.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.all.html
 * @example all([[1, 1], [0, 1]], { axis: 1 }).tolist() // [true, false]
 */
export function all(x: unknown, options?: Omit<FoldOptions, "initial"> & Whole): boolean;
export function all(
  x: unknown,
  options: Omit<FoldOptions, "initial"> & ArrayAsked,
): NDArray<"bool">;
export function all(x: unknown, options?: Omit<FoldOptions, "initial">): NDArray | Scalar;
export function all(x: unknown, options?: Omit<FoldOptions, "initial">): NDArray | Scalar {
  const quick = options === undefined ? answer("all", x) : -1;
  return quick >= 0 ? quick === 1 : foldWith("all", both, x, options, TRUTH_KEYS);
}

/**
 * How many elements are true, along `axis` or of all, as the default integer.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.count_nonzero.html
 * @example count_nonzero([[0, 1], [2, 3]], { axis: 0 }).tolist() // [1, 2]
 */
export function count_nonzero(x: unknown, options?: AxisOptions & Whole): number;
export function count_nonzero(x: unknown, options: AxisOptions & ArrayAsked): NDArray<"int32">;
export function count_nonzero(x: unknown, options?: AxisOptions): NDArray | Scalar;
export function count_nonzero(x: unknown, options?: AxisOptions): NDArray | Scalar {
  const quick = options === undefined ? answer("count", x) : -1;
  if (quick >= 0) return quick;
  const fold = startFold(x, readOptions("count_nonzero", options, ["axis", "keepdims"]));
  const truth = scratchArray(fold.a.shape, bool);
  copyElements(fold.a, truth, fold.a.shape);
  const result = foldTarget(fold, DEFAULT_INT);
  reduceInto(rowOf(add), reductionLoop(rowOf(add), bool, DEFAULT_INT), truth, result, fold.axes);
  freeScratch(truth);
  return finishFold(fold, result);
}

const questions: FlatTruth[] = [];

/** The short way for a contiguous array: 1 or 0, or a number; -1 where the long way must be taken. */
function answer(question: "any" | "all" | "count", x: unknown): number {
  if (!(x instanceof NDArray) || !x.layout.isC || x.size === 0) return -1;
  const { dtype, size } = x;
  const found = (questions[dtype.num] ??= new FlatTruth(dtype.char)).run(question, x, size);
  if (found >= 0) noteTraffic(size, 1);
  return found;
}

/**
 * The largest element minus the smallest, along `axis` or of all.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.ptp.html
 * @throws {ValueError} for nothing to choose from
 * @throws {TypeError} for booleans, which cannot be subtracted
 * @example ptp([3, 9, 4]) // 6
 */
export function ptp<X>(x: X, options?: OutOptions & Whole): ScalarOf<DTypeOf<X>>;
export function ptp(x: unknown, options: OutOptions & ArrayAsked): NDArray;
export function ptp(x: unknown, options?: OutOptions): NDArray | Scalar;
export function ptp(x: unknown, options?: OutOptions): NDArray | Scalar {
  const known = readOptions("ptp", options, ["axis", "keepdims", "out"]);
  const fold = startFold(x, known);
  const loop = reductionLoop(rowOf(maximum), fold.a.dtype, null);
  const result = foldTarget(fold, loop.outputs[0]!, known.out);
  checkOut(rowOf(maximum), result, fold.shape, fold.a.shape, fold.axes);
  checkDifference(result.dtype, loop.outputs[0]!);
  const low = scratchArray(result.shape, loop.outputs[0]!);
  const high = scratchArray(result.shape, loop.outputs[0]!);
  reduceInto(rowOf(maximum), loop, fold.a, high, fold.axes);
  reduceInto(rowOf(minimum), loop, fold.a, low, fold.axes);
  computeInto(rowOf(subtract), [high, low], [result]);
  freeScratch(high);
  freeScratch(low);
  return finishFold(fold, result);
}

/** @throws {TypeError} when what elements of `own` and of `other` differ by cannot be written to `own` */
function checkDifference(own: DType, other: DType): void {
  const dtype = promoteTypes(own, other);
  if (!canCast(dtype, own, "same_kind"))
    throw new TypeError(cannotCastUfunc("subtract", "output", dtype.name, own.name, "same_kind"));
}
