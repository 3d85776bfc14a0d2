/**
 * Quantiles and percentiles, with nan or without.
 *
 * Knows sorted lines and NumPy's thirteen methods; one result for each `q`, in front of the axes that are left.
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.quantile.html
 */
import { dtypeOf, toArray } from "../array/convert.ts";
import { readElement } from "../array/element.ts";
import { emptyArray, freeScratch, scratchArray } from "../array/make.ts";
import type { NDArray } from "../array/ndarray.ts";
import { type DType, type Scalar, float64 } from "../dtype/dtype.ts";
import { promoteTypes } from "../dtype/promote.ts";
import type { ArrayAsked, Whole } from "../dtype/result.ts";
import { IndexError, ValueError, noBooleanSubtract, tupleText } from "../errors.ts";
import { copyElements } from "../kernels/copy.ts";
import { sameShape } from "../layout/broadcast.ts";
import { noteTraffic } from "../memory/counter.ts";
import { readOptions } from "../options.ts";
import { doubles, elements } from "./dense.ts";
import { type Fold, type OutOptions, checkAxes, checkMerged, startFold } from "./fold.ts";
import { checkCast } from "./joining.ts";
import {
  type QuantileMethod,
  type QuantileMethodName,
  mix,
  placeOf,
  quantileMethod,
} from "./quantile-methods.ts";
import {
  type Lines,
  countWithoutNan,
  linesOf,
  settledLines,
  sortedLines,
  sortedWithWeights,
} from "./sorted-lines.ts";
import { validWeights } from "./weights.ts";

export interface QuantileOptions extends OutOptions {
  /** How a quantile is placed between elements; "linear" unless told. */
  readonly method?: QuantileMethodName | undefined;
  /** How much each element counts; only with the method "inverted_cdf". */
  readonly weights?: unknown;
  /** Accepted for NumPy's sake: the input is never changed. */
  readonly overwrite_input?: boolean | undefined;
}

/** Which parts: one, or a list that gives an array. */
export type Parts = number | readonly number[] | NDArray;

/**
 * The `q`-quantile (0 to 1) along `axis` or of all: a JS scalar, or an array for a list of `q`, an axis or `keepdims`.
 *
 * Lists of `q` come first in the shape. float64 for integers; the methods that pick an element keep the dtype.
 * A line with a nan gives nan.
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.quantile.html
 *
 * @throws {ValueError} when `q` lies outside, the method is unknown, or weights do not go with it
 * @throws {TypeError} when `a` is complex
 * @throws {IndexError} when there is nothing to take a quantile of
 * @example quantile([1, 2, 3, 5], 0.5) // 2.5
 */
export function quantile(a: unknown, q: number, options?: QuantileOptions & Whole): number;
export function quantile(a: unknown, q: readonly number[], options?: QuantileOptions): NDArray;
export function quantile(a: unknown, q: Parts, options: QuantileOptions & ArrayAsked): NDArray;
export function quantile(a: unknown, q: Parts, options?: QuantileOptions): NDArray | Scalar;
export function quantile(a: unknown, q: Parts, options: QuantileOptions = {}): NDArray | Scalar {
  readOptions("quantile", options, [
    "axis",
    "keepdims",
    "out",
    "method",
    "weights",
    "overwrite_input",
  ]);
  return quantilesOf(a, partsOf(a, q, 1), options, false);
}

/**
 * As `quantile`, with `q` from 0 to 100.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.percentile.html
 *
 * @throws as `quantile`
 * @example percentile([1, 2, 3, 5], 50) // 2.5
 */
export function percentile(a: unknown, q: number, options?: QuantileOptions & Whole): number;
export function percentile(a: unknown, q: readonly number[], options?: QuantileOptions): NDArray;
export function percentile(a: unknown, q: Parts, options: QuantileOptions & ArrayAsked): NDArray;
export function percentile(a: unknown, q: Parts, options?: QuantileOptions): NDArray | Scalar;
export function percentile(a: unknown, q: Parts, options: QuantileOptions = {}): NDArray | Scalar {
  readOptions("percentile", options, [
    "axis",
    "keepdims",
    "out",
    "method",
    "weights",
    "overwrite_input",
  ]);
  return quantilesOf(a, partsOf(a, q, 100), options, false);
}

/** As `quantile`, of what is not nan. Source: numpy.nanquantile @example nanquantile([1, NaN, 3], 0.5) // 2 */
export function nanquantile(a: unknown, q: number, options?: QuantileOptions & Whole): number;
export function nanquantile(a: unknown, q: readonly number[], options?: QuantileOptions): NDArray;
export function nanquantile(a: unknown, q: Parts, options: QuantileOptions & ArrayAsked): NDArray;
export function nanquantile(a: unknown, q: Parts, options?: QuantileOptions): NDArray | Scalar;
export function nanquantile(a: unknown, q: Parts, options: QuantileOptions = {}): NDArray | Scalar {
  readOptions("nanquantile", options, [
    "axis",
    "keepdims",
    "out",
    "method",
    "weights",
    "overwrite_input",
  ]);
  return quantilesOf(a, partsOf(a, q, 1), options, true);
}

/** As `percentile`, of what is not nan. Source: numpy.nanpercentile @example nanpercentile([1, NaN, 3], 50) // 2 */
export function nanpercentile(a: unknown, q: number, options?: QuantileOptions & Whole): number;
export function nanpercentile(a: unknown, q: readonly number[], options?: QuantileOptions): NDArray;
export function nanpercentile(a: unknown, q: Parts, options: QuantileOptions & ArrayAsked): NDArray;
export function nanpercentile(a: unknown, q: Parts, options?: QuantileOptions): NDArray | Scalar;
export function nanpercentile(
  a: unknown,
  q: Parts,
  options: QuantileOptions = {},
): NDArray | Scalar {
  readOptions("nanpercentile", options, [
    "axis",
    "keepdims",
    "out",
    "method",
    "weights",
    "overwrite_input",
  ]);
  return quantilesOf(a, partsOf(a, q, 100), options, true);
}

/** The parts asked for, from 0 to 1; a plain number is weak and has no dtype. */
interface Asked {
  readonly values: Float64Array;
  readonly shape: readonly number[];
  readonly dtype: DType | null;
}

function partsOf(x: unknown, q: Parts, whole: 1 | 100): Asked {
  if (dtypeOf(x)?.kind === "c") throw new TypeError("a must be an array of real numbers");
  const isPlain = Array.isArray(q) && q.every((x) => typeof x === "number");
  const given = typeof q === "number" || isPlain ? null : toArray(q);
  const values = (given === null ? Float64Array.from([q].flat() as number[]) : doubles(given)).map(
    (x) => x / whole,
  ); // plain numbers
  if (!values.every((x) => x >= 0 && x <= 1)) {
    throw new ValueError(
      whole === 1
        ? "Quantiles must be in the range [0, 1]"
        : "Percentiles must be in the range [0, 100]",
    );
  }
  if (given === null)
    return { values, shape: isPlain ? [values.length] : [], dtype: isPlain ? float64 : null };
  return { values, shape: given.shape, dtype: given.dtype.kind === "f" ? given.dtype : float64 };
}

function quantilesOf(
  x: unknown,
  asked: Asked,
  options: QuantileOptions,
  skipsNan: boolean,
): NDArray | Scalar {
  checkAxes(x, options.axis);
  const fold = startFold(x, options);
  const { a, axes } = fold;
  const name = options.method ?? "linear";
  const isWeighted = options.weights !== undefined && options.weights !== null;
  if (isWeighted && name !== "inverted_cdf")
    throw new ValueError(`Only method 'inverted_cdf' supports weights. Got: ${name}.`);
  const weights = isWeighted
    ? linesOf(validWeights(options.weights, a, options.axis), axes, float64)
    : null;
  const method = quantileMethod(name);
  if (a.dtype.kind === "b" && !method.isDiscrete) {
    throw new TypeError(noBooleanSubtract());
  }
  if (skipsNan && a.size === 0)
    return delivered(nothingBut(NaN, fold), options.out ?? null, fold.shape, fold.isScalar);
  if (!skipsNan) checkMerged(fold, options.axis);
  const shape = [...asked.shape, ...fold.shape];
  const isScalar = fold.isScalar && asked.shape.length === 0;
  const result = computed(fold, asked, weights, method, shape, isScalar, skipsNan);
  noteTraffic(a.size, result.size);
  return delivered(result, options.out ?? null, shape, isScalar);
}

/** What NumPy's nan-functions give for nothing: the mean of nothing, without the axes of `q`. */
function nothingBut(value: number, { a, shape, isScalar }: Fold): NDArray {
  const dtype = a.dtype.kind === "f" ? a.dtype : float64;
  const result = isScalar ? scratchArray(shape, dtype) : emptyArray(shape, dtype);
  (elements(result) as Float64Array).fill(value); // floats
  return result;
}

/** For more parts than this the lines are sorted. */
const FEW_PARTS = 4;

function computed(
  { a, axes }: Fold,
  asked: Asked,
  weights: Lines | null,
  method: QuantileMethod,
  shape: readonly number[],
  isScalar: boolean,
  skipsNan: boolean,
): NDArray {
  const float = a.dtype.kind === "f" ? a.dtype : float64;
  const dtype = method.isDiscrete
    ? a.dtype
    : asked.dtype === null
      ? float
      : promoteTypes(a.dtype, asked.dtype);
  const isSettled = !skipsNan && asked.values.length <= FEW_PARTS;
  const placesFor = (n: number): [number, number][] =>
    Array.from(asked.values, (q) => {
      const { low, high } = placeOf(method, n, q);
      return [low, high];
    });
  const sorted =
    weights === null
      ? {
          lines: isSettled ? settledLines(a, axes, placesFor) : sortedLines(a, axes),
          weights: null,
        }
      : sortedWithWeights(a, weights, axes);
  if (weights !== null) freeScratch(weights.array);
  const { lines } = sorted;
  if (lines.n === 0 && lines.count > 0) {
    throw new IndexError(
      method.isDiscrete
        ? "cannot do a non-empty take from an empty axes."
        : "index -1 is out of bounds for axis 0 with size 0",
    );
  }
  const result = isScalar ? scratchArray(shape, dtype) : emptyArray(shape, dtype);
  const out = elements(result) as Float64Array; // of whatever type; elements are moved or mixed as doubles
  const data = lines.data as Float64Array; // as above
  for (let k = 0; k < lines.count; k++) {
    const valid = countWithoutNan(lines, k);
    const n = skipsNan ? valid : lines.n;
    const cdf =
      sorted.weights === null
        ? null
        : cumulated(sorted.weights.subarray(k * lines.n, k * lines.n + n));
    for (const [i, q] of asked.values.entries()) {
      const at = i * lines.count + k;
      if (n === 0 || valid < n) {
        out[at] = NaN;
        continue;
      }
      const { low, high, part } = cdf === null ? placeOf(method, n, q) : placeIn(cdf, q);
      const [x, y] = [data[k * lines.n + low]!, data[k * lines.n + high]!];
      out[at] = method.isDiscrete ? x : mix(Number(x), Number(y), part);
    }
  }
  freeScratch(lines.array);
  return result;
}

/** The part of all weight up to each element; what weighs nothing in front can never be picked. */
function cumulated(weights: Float64Array): Float64Array {
  const sums = new Float64Array(weights.length);
  let sum = 0;
  for (const [k, w] of weights.entries()) sums[k] = sum += w;
  for (let k = 0; k < sums.length; k++) sums[k]! /= sum;
  if (Number.isNaN(sums.at(-1) ?? 0))
    throw new ValueError("Weights included NaN, inf or were all zero.");
  return sums.map((s) => (s === 0 ? -1 : s));
}

function placeIn(cdf: Float64Array, q: number): { low: number; high: number; part: number } {
  const found = cdf.findIndex((c) => c >= q);
  const low = found < 0 ? cdf.length - 1 : found;
  return { low, high: low, part: 0 };
}

/** The result as the caller wants it: a scalar, in `out`, or as it is. */
function delivered(
  result: NDArray,
  out: NDArray | null,
  shape: readonly number[],
  isScalar: boolean,
): NDArray | Scalar {
  if (isScalar) {
    const value = readElement(result.memory, result.dtype, result.address);
    freeScratch(result);
    return value;
  }
  if (out === null) return result;
  if (!sameShape(out.shape, shape)) {
    throw new ValueError(
      `Wrong shape of argument 'out', shape=${tupleText(shape, ", ")} is required; got shape=${tupleText(out.shape, ", ")}.`,
    );
  }
  checkCast(result.dtype, out.dtype);
  copyElements(result, out, shape);
  result.dispose();
  return out;
}
