/**
 * Medians: the middle of what is sorted, the mean of the two middle ones where their number is even.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.median.html
 */
import { emptyArray, freeScratch, scratchArray } from "../array/make.ts";
import { readElement } from "../array/element.ts";
import type { NDArray } from "../array/ndarray.ts";
import { type DType, type Scalar, float64 } from "../dtype/dtype.ts";
import type { ArrayAsked, Whole } from "../dtype/result.ts";
import { copyElements } from "../kernels/copy.ts";
import { noteTraffic } from "../memory/counter.ts";
import { readOptions } from "../options.ts";
import { checkedOut, elements } from "./dense.ts";
import { type OutOptions, checkAxes, checkMerged, startFold } from "./fold.ts";
import { type Lines, countWithoutNan, settledLines, sortedLines } from "./sorted-lines.ts";

export interface MedianOptions extends OutOptions {
  /** Accepted for NumPy's sake: the input is never changed. */
  readonly overwrite_input?: boolean | undefined;
}

/**
 * The median along `axis` or of all: a JS scalar, or an array with an axis or `keepdims`.
 *
 * float64 for integers and booleans. A line with a nan, or with nothing in it, gives nan.
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.median.html
 *
 * @throws {AxisError} when an axis lies outside
 * @example median([5, 1, 2, 3]) // 2.5
 */
export function median(a: unknown, options?: MedianOptions & Whole): number;
export function median(a: unknown, options: MedianOptions & ArrayAsked): NDArray;
export function median(a: unknown, options?: MedianOptions): NDArray | Scalar;
export function median(a: unknown, options: MedianOptions = {}): NDArray | Scalar {
  readOptions("median", options, ["axis", "keepdims", "out", "overwrite_input"]);
  return medianOf(a, options, false);
}

/** As `median`, of what is not nan. Source: numpy.nanmedian @example nanmedian([1, NaN, 3]) // 2 */
export function nanmedian(a: unknown, options?: MedianOptions & Whole): number;
export function nanmedian(a: unknown, options: MedianOptions & ArrayAsked): NDArray;
export function nanmedian(a: unknown, options?: MedianOptions): NDArray | Scalar;
export function nanmedian(a: unknown, options: MedianOptions = {}): NDArray | Scalar {
  readOptions("nanmedian", options, ["axis", "keepdims", "out", "overwrite_input"]);
  return medianOf(a, options, true);
}

function medianOf(x: unknown, options: MedianOptions, skipsNan: boolean): NDArray | Scalar {
  checkAxes(x, options.axis);
  const fold = startFold(x, options);
  if (!skipsNan) checkMerged(fold, options.axis);
  const { a, axes, shape, isScalar } = fold;
  const dtype: DType = a.dtype.kind === "f" || a.dtype.kind === "c" ? a.dtype : float64;
  const out = checkedOut(
    options.out,
    shape,
    `output parameter for reduction operation add has the wrong number of dimensions: Found ${options.out?.ndim} but expected ${shape.length}`,
  );
  const isDirect = out === null && !isScalar;
  const result = isDirect ? emptyArray(shape, dtype) : scratchArray(shape, dtype);
  const lines = skipsNan
    ? sortedLines(a, axes)
    : settledLines(a, axes, (n) => [[(n - 1) >> 1, n >> 1]]);
  const values = elements(result) as Float64Array; // floats, alone or in pairs
  for (let k = 0; k < lines.count; k++) writeMiddle(lines, k, values, skipsNan);
  freeScratch(lines.array);
  noteTraffic(a.size, result.size);
  if (isDirect) return result;
  if (out !== null) copyElements(result, out, shape);
  const scalar = isScalar ? readElement(result.memory, dtype, result.address) : null;
  freeScratch(result);
  return out ?? scalar!; // one of the two was asked for
}

function writeMiddle(lines: Lines, k: number, values: Float64Array, skipsNan: boolean): void {
  const { components } = lines.array.dtype;
  const valid = countWithoutNan(lines, k);
  const n = skipsNan ? valid : lines.n;
  const at = (i: number, part: number): number =>
    Number(lines.data[(k * lines.n + i) * components + part]);
  for (let part = 0; part < components; part++) {
    const q = k * components + part;
    if (n === 0) values[q] = part === 1 && lines.n > 0 ? 0 : NaN; // NumPy fills in a nan that is real
    else if (valid < n) values[q] = at(n - 1, part);
    else
      values[q] = n % 2 === 1 ? at(n >> 1, part) : (at((n >> 1) - 1, part) + at(n >> 1, part)) / 2;
  }
}
