/**
 * Padding: an array with a margin along each axis.
 *
 * The original is copied to the middle of the result, and the margins are filled axis by axis, so that corners
 * follow from what was filled before.
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.pad.html
 */
import { assign } from "../array/access.ts";
import { type ArrayLike, type DTypeOf, asArray, scalarScratch, toArray } from "../array/convert.ts";
import { emptyLike, viewStrided } from "../array/make.ts";
import { NDArray } from "../array/ndarray.ts";
import { type Scalar, float64 } from "../dtype/dtype.ts";
import { ValueError, tupleText } from "../errors.ts";
import { copyElements } from "../kernels/copy.ts";
import { forEachRow } from "../kernels/nest.ts";
import { pickAlong } from "../kernels/pick.ts";
import { contiguous } from "../layout/layout.ts";
import { noteTraffic } from "../memory/counter.ts";
import { strongArray } from "../ufunc/inputs.ts";
import { axisLast, cut, doubles } from "./dense.ts";
import { type Pair, fillRamp, fillReflectedOdd, fillStatistic } from "./padding-values.ts";

/** A callback that fills one padded line in place, as NumPy's takes: line, widths, axis, the options. */
type PadFunction = (
  vector: NDArray,
  iaxis_pad_width: readonly [number, number],
  iaxis: number,
  kwargs: PadOptions,
) => void;

type PadMode =
  | "constant"
  | "edge"
  | "linear_ramp"
  | "maximum"
  | "mean"
  | "median"
  | "minimum"
  | "reflect"
  | "symmetric"
  | "wrap"
  | "empty";

/** One value for all margins, a pair of before and after, or a pair for each axis. */
export type Margins = Scalar | NDArray | readonly unknown[];

export interface PadOptions {
  /** What fills the margins; zeros unless told. */
  readonly mode?: PadMode | PadFunction | undefined;
  /** For "constant": the values. */
  readonly constant_values?: Margins | undefined;
  /** For "linear_ramp": the values at the far ends. */
  readonly end_values?: Margins | undefined;
  /** For "maximum", "mean", "median", "minimum": how many elements at each end count; all unless told. */
  readonly stat_length?: Margins | null | undefined;
  /** For "reflect" and "symmetric": "odd" reflects the differences from the edge too. */
  readonly reflect_type?: "even" | "odd" | undefined;
}

/** Which options go with which mode. */
const ALLOWED: Readonly<Record<PadMode, readonly string[]>> = {
  constant: ["constant_values"],
  edge: [],
  linear_ramp: ["end_values"],
  maximum: ["stat_length"],
  mean: ["stat_length"],
  median: ["stat_length"],
  minimum: ["stat_length"],
  reflect: ["reflect_type"],
  symmetric: ["reflect_type"],
  wrap: [],
  empty: [],
};

/**
 * A copy of `array` with `pad_width` more elements along each axis: one width for all, [before, after], or a pair for each axis.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.pad.html
 *
 * @throws {ValueError} when the mode is unknown or does not take an option, a width is negative, or an empty axis should be extended from nothing
 * @throws {TypeError} when a width is no whole number
 * @example pad([1, 2], 1, { mode: "edge" }) // [1, 1, 2, 2]
 */
export function pad<X extends ArrayLike>(
  array: X,
  pad_width: Margins | Readonly<Record<number, number | readonly [number, number]>>,
  options: PadOptions = {},
): NDArray<DTypeOf<X>> {
  const a = asArray(array);
  const widths = wholePairs(pad_width, a.ndim);
  const mode = options.mode ?? "constant";
  const result = emptyLike(
    contiguous(
      a.shape.map((n, k) => n + widths[k]![0] + widths[k]![1]),
      a.itemsize,
      a.layout.isF && !a.layout.isC ? "F" : "C",
    ),
    a.dtype,
  );
  copyElements(a, inner(result, widths), a.shape);
  noteTraffic(a.size, result.size);
  if (typeof mode === "function") padByFunction(result, widths, mode, options);
  else padByMode(a, result, widths, mode, options);
  return result as NDArray<DTypeOf<X>>; // dtypes stay
}

/** The part of `result` inside the margins. */
function inner(result: NDArray, widths: Pairs): NDArray {
  let view = result;
  for (const [axis, [before, after]] of widths.entries())
    view = cut(view, axis, before, view.shape[axis]! - before - after);
  return view;
}

function padByFunction(
  result: NDArray,
  widths: Pairs,
  fill: PadFunction,
  options: PadOptions,
): void {
  padByMode(inner(result, widths), result, widths, "constant", {});
  const { mode: _, ...kwargs } = options;
  for (const [axis, pair] of widths.entries()) {
    const lines = axisLast(result, axis);
    const outer = { offset: 0, strides: lines.strides.slice(0, -1) };
    forEachRow(lines.shape.slice(0, -1), [outer], ([shift]) => {
      fill(
        viewStrided(lines, lines.shape.slice(-1), lines.strides.slice(-1), shift!),
        pair,
        axis,
        kwargs,
      );
    });
  }
}

function padByMode(
  a: NDArray,
  result: NDArray,
  widths: Pairs,
  mode: PadMode,
  options: PadOptions,
): void {
  checkMode(mode, options);
  if (mode === "empty") return;
  if (a.size === 0 && mode !== "constant") {
    const axis = widths.findIndex(([before, after], k) => a.shape[k] === 0 && before + after > 0);
    if (axis < 0) return;
    throw new ValueError(
      `can't extend empty axis ${axis} using modes other than 'constant' or 'empty'`,
    );
  }
  const values =
    mode === "constant" || mode === "linear_ramp"
      ? valuePairs(options.constant_values ?? options.end_values ?? 0, a.ndim)
      : [];
  const lengths =
    options.stat_length === undefined || options.stat_length === null
      ? null
      : wholePairs(options.stat_length, a.ndim);
  for (const [axis, pair] of widths.entries()) {
    if (pair[0] === 0 && pair[1] === 0) continue;
    // Axes that come later hold nothing in their margins yet: they stay out of sight.
    const view = inner(
      result,
      widths.map((w, k): Pair => (k > axis ? w : [0, 0])),
    );
    if (mode === "constant") fillConstant(view, axis, pair, values[axis]!);
    else if (mode === "linear_ramp") fillRamp(view, axis, pair, values[axis]!);
    else if (mode === "edge" || mode === "wrap" || mode === "reflect" || mode === "symmetric") {
      if (
        options.reflect_type === "odd" &&
        mode !== "edge" &&
        mode !== "wrap" &&
        a.shape[axis]! > 1
      )
        fillReflectedOdd(view, axis, pair, mode);
      else fillPicked(view, axis, pair, mode);
    } else fillStatistic(view, axis, pair, mode, lengths === null ? null : lengths[axis]!);
  }
}

function checkMode(mode: PadMode, options: PadOptions): void {
  const allowed = Object.hasOwn(ALLOWED, mode) ? ALLOWED[mode] : undefined;
  if (allowed === undefined) throw new ValueError(`mode '${String(mode)}' is not supported`);
  const unknown = Object.keys(options).filter((key) => key !== "mode" && !allowed.includes(key));
  if (unknown.length > 0) {
    throw new ValueError(
      `unsupported keyword arguments for mode '${mode}': {${unknown.map((key) => `'${key}'`).join(", ")}}`,
    );
  }
}

function fillConstant(
  view: NDArray,
  axis: number,
  [before, after]: Pair,
  [first, last]: readonly [NDArray, NDArray],
): void {
  if (before > 0) assign(cut(view, axis, 0, before), first);
  if (after > 0) assign(cut(view, axis, view.shape[axis]! - after, after), last);
}

/** Margins whose every element is one of the originals. */
function fillPicked(
  view: NDArray,
  axis: number,
  [before, after]: Pair,
  mode: "edge" | "wrap" | "reflect" | "symmetric",
): void {
  const n = view.shape[axis]! - before - after;
  const sources = new Int32Array(before + after);
  const targets = new Int32Array(before + after);
  for (let k = 0; k < before + after; k++) {
    const at = k < before ? k - before : n + k - before; // counted from the first original element
    targets[k] = before + at;
    sources[k] = before + originOf(at, n, mode);
  }
  pickAlong(view, view, view.shape, axis, sources, targets);
}

function originOf(at: number, n: number, mode: "edge" | "wrap" | "reflect" | "symmetric"): number {
  if (mode === "edge" || n === 1) return at < 0 ? 0 : n - 1;
  const period = mode === "wrap" ? n : mode === "reflect" ? 2 * (n - 1) : 2 * n;
  const place = ((at % period) + period) % period;
  if (place < n) return place;
  return mode === "reflect" ? period - place : period - 1 - place;
}

type Pairs = readonly Pair[];

/** Widths or lengths as one pair for each axis. */
function wholePairs(given: Margins | object, ndim: number): Pairs {
  const isRecord =
    !(given instanceof NDArray) && !Array.isArray(given) && typeof given === "object";
  if (isRecord) return recordPairs(given as Record<number, number | Pair>, ndim); // the one form of object that is left
  const array = typeof given === "number" ? scalarScratch(given, float64) : toArray(given);
  const values = doubles(array);
  const isWhole =
    array.dtype.kind !== "b" &&
    array.dtype.kind !== "c" &&
    values.every((x) => Number.isInteger(x));
  if (!isWhole) throw new TypeError("`pad_width` must be of integral type.");
  if (values.some((x) => x < 0)) throw new ValueError("index can't contain negative values");
  return broadcastPairs(array.shape, [...values], ndim);
}

function recordPairs(given: Readonly<Record<number, number | Pair>>, ndim: number): Pairs {
  const pairs: Pair[] = Array.from({ length: ndim }, () => [0, 0]);
  for (const [key, width] of Object.entries(given)) {
    const axis = Number(key);
    pairs[axis < 0 ? axis + ndim : axis] = typeof width === "number" ? [width, width] : width;
  }
  return pairs;
}

/** Fill values as one pair of 0-d arrays for each axis, in the array's dtype. */
function valuePairs(given: Margins, ndim: number): [NDArray, NDArray][] {
  const array = Array.isArray(given) ? toArray(given) : strongArray(given); // cast as arrays are: 300 wraps in uint8
  const places = Array.from({ length: array.size }, (_, k) => k);
  return broadcastPairs(array.shape, places, ndim).map(([first, last]) => [
    element(array, first),
    element(array, last),
  ]);
}

function element(a: NDArray, flatAt: number): NDArray {
  let shift = 0;
  for (let axis = a.ndim - 1, rest = flatAt; axis >= 0; axis--) {
    const n = a.shape[axis]!;
    shift += (rest % n) * a.strides[axis]!;
    rest = Math.floor(rest / n);
  }
  return viewStrided(a, [], [], shift);
}

function broadcastPairs<T>(shape: readonly number[], values: readonly T[], ndim: number): [T, T][] {
  const each = (pair: (k: number) => [T, T]): [T, T][] =>
    Array.from({ length: ndim }, (_, k) => pair(k));
  if (shape.length < 3 && values.length === 1) return each(() => [values[0]!, values[0]!]);
  if (shape.length < 3 && values.length === 2 && !(shape.length === 2 && shape[0] === 2))
    return each(() => [values[0]!, values[1]!]);
  if (shape.length === 1 && shape[0] === 2) return each(() => [values[0]!, values[1]!]);
  if (
    shape.length === 2 &&
    (shape[0] === ndim || shape[0] === 1) &&
    (shape[1] === 2 || shape[1] === 1)
  ) {
    const [rows, columns] = shape as [number, number]; // two, as tested
    return each((k) => {
      const row = rows === 1 ? 0 : k;
      return [values[row * columns]!, values[row * columns + columns - 1]!];
    });
  }
  throw new ValueError(
    `operands could not be broadcast together with remapped shapes [original->remapped]: ${tupleText(shape)}  and requested shape (${ndim},2)`,
  );
}
