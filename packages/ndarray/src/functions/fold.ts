/**
 * What all reducing functions share: their options, the default axes, and whether the result is an array or a scalar.
 *
 * Knows rows and folds; each function brings its own. A fold over all axes gives a JS scalar, unless `keepdims` or
 * `out` asks for an array.
 */
import { toArray } from "../array/convert.ts";
import { readElement } from "../array/element.ts";
import { emptyLike, freeScratch, scratchArray } from "../array/make.ts";
import { NDArray } from "../array/ndarray.ts";
import { type DType, type DTypeLike, type Scalar, dtype as asDType } from "../dtype/dtype.ts";
import { normalizeAxes, normalizeAxis } from "../layout/axis.ts";
import { ValueError } from "../errors.ts";
import type { Shape } from "../layout/layout.ts";
import { noteTraffic } from "../memory/counter.ts";
import { NO_OPTIONS, readOptions } from "../options.ts";
import { add, multiply } from "../ufunc/arithmetic.ts";
import { FastFold } from "../ufunc/fast-fold.ts";
import {
  checkOut,
  foldedLayout,
  outputDType,
  reduceInto,
  reducedShape,
  reductionLoop,
} from "../ufunc/reduce.ts";

/** One axis, several, or null for all of them. */
export type Axis = number | readonly number[] | null | undefined;

export interface AxisOptions {
  /** The axes that are folded; all of them unless told. */
  readonly axis?: Axis;
  /** Keep the folded axes, with length 1. */
  readonly keepdims?: boolean | undefined;
}

export interface OutOptions extends AxisOptions {
  /** Where the result goes. */
  readonly out?: NDArray | null | undefined;
}

export interface FoldOptions extends OutOptions {
  /** What the fold starts from. */
  readonly initial?: unknown;
  /** Elements where this is false are left out. */
  readonly where?: unknown;
}

export interface SumOptions extends FoldOptions {
  /** The dtype to compute in. */
  readonly dtype?: DTypeLike | null | undefined;
}

export const FOLD_KEYS = ["axis", "keepdims", "out", "initial", "where"] as const;
export const SUM_KEYS = ["axis", "keepdims", "out", "initial", "where", "dtype"] as const;

/** A fold in progress: what is folded, along which axes, and where the result goes. */
export interface Fold {
  readonly a: NDArray;
  readonly axes: readonly number[];
  readonly shape: Shape;
  /** Whether the result is a JS scalar. */
  readonly isScalar: boolean;
}

/** Settles axes and shape for a fold of `x`. @throws {AxisError} when an axis lies outside */
export function startFold(x: unknown, { axis, keepdims, out }: Partial<OutOptions>): Fold {
  const a = toArray(x, undefined, scratchArray);
  const isAll = axis === undefined || axis === null;
  const axes = a.ndim === 0 && (axis === 0 || axis === -1) ? [] : normalizeAxes(axis, a.ndim);
  const isScalar = isAll && keepdims !== true && (out === undefined || out === null);
  return { a, axes, shape: reducedShape(a.shape, axes, keepdims === true), isScalar };
}

/**
 * Checks axes as NumPy does where it merges them: a 0-d array has none, not even 0.
 *
 * @throws {AxisError} when an axis lies outside
 * @throws {ValueError} when one is named twice
 */
export function checkAxes(x: unknown, axis: Axis): void {
  if (axis === undefined || axis === null) return;
  const { ndim } = toArray(x, undefined, scratchArray);
  const axes = (typeof axis === "number" ? [axis] : axis).map((k) => normalizeAxis(k, ndim));
  if (new Set(axes).size !== axes.length) throw new ValueError("repeated axis");
}

/**
 * Checks what NumPy finds out by merging the axes that go into one: the length of that, where nothing is kept.
 *
 * @throws {ValueError} when several axes go, or none, and another one is empty
 */
export function checkMerged({ a, axes }: Fold, axis: Axis): void {
  if (axis === undefined || axis === null || axes.length === 1) return;
  const kept = a.shape.filter((_, k) => !axes.includes(k));
  if (!kept.includes(0)) return;
  throw new ValueError(
    `cannot reshape array of size 0 into shape (${[...kept, "newaxis"].join(",")})`,
  );
}

/** The array a fold writes: `out`, a fresh one, or scratch where only a scalar is wanted. */
export function foldTarget(fold: Fold, dtype: DType, out?: NDArray | null): NDArray {
  if (out !== undefined && out !== null) return out;
  return fold.isScalar
    ? scratchArray([], dtype)
    : emptyLike(foldedLayout(fold.a, fold.axes, fold.shape, dtype.itemsize), dtype);
}

/** `result` as the caller gets it, its elements counted. */
export function finishFold(fold: Fold, result: NDArray): NDArray | Scalar {
  noteTraffic(fold.a.size, result.size);
  if (!fold.isScalar) return result;
  const value = readElement(result.memory, result.dtype, result.address);
  freeScratch(result);
  return value;
}

export const adding: FastFold = new FastFold(add);
export const multiplying: FastFold = new FastFold(multiply);

/** The whole of the reducing function `name`, which knows the options `keys`: `x` folded. */
export function foldWith(
  name: string,
  folding: FastFold,
  x: unknown,
  given: SumOptions | undefined,
  keys: readonly (keyof SumOptions)[],
): NDArray | Scalar {
  if (x instanceof NDArray) {
    const quick = isNothing(given)
      ? folding.all(x)
      : isAxisOnly(given)
        ? folding.along(x, given.axis)
        : null;
    if (quick !== null) return quick;
  }
  const options = readOptions(name, given, keys);
  const { row } = folding;
  const fold = startFold(x, options);
  const wanted =
    options.dtype === undefined || options.dtype === null ? null : asDType(options.dtype);
  const loop = reductionLoop(row, fold.a.dtype, wanted ?? outputDType(fold.a.dtype, options.out));
  const result = foldTarget(fold, loop.outputs[0]!, options.out);
  checkOut(row, result, fold.shape, fold.a.shape, fold.axes);
  reduceInto(row, loop, fold.a, result, fold.axes, options);
  return finishFold(fold, result);
}

/** Whether there are no options, before or after they were read. */
export function isNothing(options: object | null | undefined): options is null | undefined {
  return options === undefined || options === null || options === NO_OPTIONS;
}

/** Whether one axis is all that is asked for. */
export function isAxisOnly(options: Partial<SumOptions>): options is { readonly axis: number } {
  if (typeof options.axis !== "number") return false;
  for (const key in options) if (key !== "axis") return false;
  return true;
}
