/**
 * Evenly spaced samples: on a line, on a logarithmic scale, in a geometric sequence.
 *
 * `start` and `stop` may be arrays: then there is a row of samples for each of their elements.
 * Source: https://numpy.org/doc/stable/reference/routines.array-creation.html#numerical-ranges
 */
import { assign } from "../array/access.ts";
import { type ArrayLike, toArray, toValues } from "../array/convert.ts";
import { copyAs } from "../array/copy.ts";
import { writeElement, isComplex } from "../array/element.ts";
import { scratchArray, viewOf } from "../array/make.ts";
import type { NDArray } from "../array/ndarray.ts";
import {
  type DType,
  type DTypeLike,
  type DTypeName,
  complex128,
  dtype as asDType,
  float64,
} from "../dtype/dtype.ts";
import { resultDType } from "../dtype/promote.ts";
import { ValueError } from "../errors.ts";
import { normalizeAxis } from "../layout/axis.ts";
import { broadcastShapes } from "../layout/broadcast.ts";
import { movedOrder, permuted } from "../layout/permute.ts";
import { uncounted } from "../memory/counter.ts";
import { type DeviceOption, positionalOr } from "../options.ts";
import { divide, multiply, pow, sign } from "../ufunc/arithmetic.ts";
import { lineUp } from "../ufunc/call.ts";
import { log10 } from "../ufunc/exponential.ts";
import { floor } from "../ufunc/floating.ts";

export interface SpaceOptions<N extends DTypeName = DTypeName> extends DeviceOption {
  /** How many samples; 50 unless told. */
  readonly num?: number | undefined;
  /** Whether `stop` is the last sample; true unless told. */
  readonly endpoint?: boolean | undefined;
  readonly dtype?: DTypeLike<N> | null | undefined;
  /** Where the samples' axis stands in the result; 0 unless told. */
  readonly axis?: number | undefined;
}

export interface LinspaceOptions<N extends DTypeName = DTypeName> extends SpaceOptions<N> {
  /** Whether the gap between samples is given too: the result is then `[samples, step]`. */
  readonly retstep?: boolean | undefined;
}

const KEYS = ["num", "endpoint", "dtype", "axis", "device"] as const;

/**
 * `num` evenly spaced samples from `start` to `stop`; both ends are exact.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.linspace.html
 *
 * @throws {ValueError} when `num` is negative
 * @throws {TypeError} when `num` is not whole
 * @example linspace(0, 1, 5).tolist() // [0, 0.25, 0.5, 0.75, 1]
 */
export function linspace<N extends DTypeName = "float64">(
  start: ArrayLike,
  stop: ArrayLike,
  num: number | LinspaceOptions<N> | undefined,
  options: LinspaceOptions<N> & { readonly retstep: true },
): [NDArray<N>, NDArray];
export function linspace<N extends DTypeName = "float64">(
  start: ArrayLike,
  stop: ArrayLike,
  num?: number | LinspaceOptions<N>,
  options?: LinspaceOptions<N>,
): NDArray<N>;
export function linspace(
  start: ArrayLike,
  stop: ArrayLike,
  num?: number | LinspaceOptions,
  options?: LinspaceOptions,
): NDArray | [NDArray, NDArray] {
  const given = positionalOr<LinspaceOptions, "num">("linspace", "num", num, options, [
    ...KEYS,
    "retstep",
  ]);
  const { samples, step, dtype } = uncounted(() => spaced(toArray(start), toArray(stop), given));
  const result = copyAs(samples, dtype, "C");
  return given.retstep === true ? [result, copyAs(step, step.dtype, "C")] : result;
}

interface Spaced {
  /** With their axis in its place; of double precision still. */
  readonly samples: NDArray;
  /** The gaps between them. */
  readonly step: NDArray;
  /** What the samples are to become. */
  readonly dtype: DType;
}

function spaced(
  from: NDArray,
  to: NDArray,
  { num = 50, endpoint = true, dtype, axis = 0 }: LinspaceOptions,
): Spaced {
  if (!Number.isInteger(num))
    throw new TypeError(`'${typeof num}' object cannot be interpreted as an integer`);
  if (num < 0) throw new ValueError(`Number of samples, ${num}, must be non-negative.`);
  const natural = resultDType([from.dtype, to.dtype], ["float"])!; // there are two
  const wanted: DType = dtype === undefined || dtype === null ? natural : asDType(dtype);
  const shape = broadcastShapes([from.shape, to.shape]);
  const place = normalizeAxis(axis, shape.length + 1);
  const wide = natural.kind === "c" ? complex128 : float64;
  const rows = scratchArray([...shape, num], wide);
  const step = scratchArray(shape, natural);
  const [starts, stops] = [toValues(lineUp(from, shape)), toValues(lineUp(to, shape))];
  for (let n = 0; n < starts.length; n++) {
    const a = parts(starts[n]!);
    const b = parts(stops[n]!);
    const gap = fill(rows, n * num, num, endpoint, a, b);
    writeElement(
      step.memory,
      natural,
      step.address + n * natural.itemsize,
      natural.kind === "c" ? { re: gap[0], im: gap[1] } : gap[0],
    );
  }
  const whole = wanted.kind === "i" || wanted.kind === "u" ? floor(rows) : rows;
  const order = movedOrder([shape.length], [place], shape.length + 1);
  return { samples: viewOf(whole, permuted(whole.layout, order)), step, dtype: wanted };
}

/** Writes one row of samples, and gives the gap between them: its real and its imaginary part. */
function fill(
  rows: NDArray,
  at: number,
  num: number,
  endpoint: boolean,
  a: readonly number[],
  b: readonly number[],
): [number, number] {
  const { components } = rows.dtype;
  const data = rows.memory.view(float64) as Float64Array; // float64 and complex128 lie in this
  const first = rows.address / 8 + at * components;
  const gaps = endpoint ? num - 1 : num;
  const steps: [number, number] = [NaN, NaN];
  for (let c = 0; c < components; c++) {
    const delta = b[c]! - a[c]!;
    const step = gaps > 0 ? delta / gaps : NaN;
    steps[c] = step;
    for (let i = 0; i < num; i++) {
      // A step that underflows to zero is spread by dividing last, as NumPy does.
      const moved = gaps === 0 ? i * delta : step === 0 ? (i / gaps) * delta : i * step;
      data[first + i * components + c] = moved + a[c]!;
    }
    if (endpoint && num > 1) data[first + (num - 1) * components + c] = b[c]!;
  }
  return steps;
}

function parts(x: unknown): [number, number] {
  return isComplex(x) ? [x.re, x.im] : [Number(x), 0];
}

export interface LogspaceOptions<N extends DTypeName = DTypeName> extends SpaceOptions<N> {
  /** The base of the scale; 10 unless told. */
  readonly base?: ArrayLike | undefined;
}

/**
 * `base` to the power of evenly spaced samples.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.logspace.html
 *
 * @example logspace(0, 2, 3).tolist() // [1, 10, 100]
 */
export function logspace<N extends DTypeName = "float64">(
  start: ArrayLike,
  stop: ArrayLike,
  num?: number | LogspaceOptions<N>,
  options?: LogspaceOptions<N>,
): NDArray<N> {
  const given = positionalOr<LogspaceOptions<N>, "num">("logspace", "num", num, options, [
    ...KEYS,
    "base",
  ]);
  const result = uncounted((): NDArray => {
    const { samples, dtype } = spaced(toArray(start), toArray(stop), {
      ...given,
      dtype: undefined,
    });
    return pow(toArray(given.base ?? 10), copyAs(samples, dtype, "C"));
  });
  const wanted: DType =
    given.dtype === undefined || given.dtype === null ? result.dtype : asDType(given.dtype);
  return copyAs(result, wanted, "C") as NDArray<N>; // N is `dtype`, or what follows from the inputs
}

/**
 * Samples of which each is the one before times the same factor; both ends are exact.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.geomspace.html
 *
 * @throws {ValueError} when an end is zero
 * @example geomspace(1, 1000, 4).tolist() // [1, 10, 100, 1000]
 */
export function geomspace<N extends DTypeName = "float64">(
  start: ArrayLike,
  stop: ArrayLike,
  num?: number | SpaceOptions<N>,
  options?: SpaceOptions<N>,
): NDArray<N> {
  const given = positionalOr<SpaceOptions<N>, "num">("geomspace", "num", num, options, KEYS);
  const natural = resultDType([toArray(start).dtype, toArray(stop).dtype], ["float"])!; // there are two
  const { num: count = 50, endpoint = true, axis = 0 } = given;
  const rows = uncounted(() =>
    geometric(
      copyAs(toArray(start), natural, "C"),
      copyAs(toArray(stop), natural, "C"),
      count,
      endpoint,
    ),
  );
  const wanted: DType =
    given.dtype === undefined || given.dtype === null ? natural : asDType(given.dtype);
  const place = normalizeAxis(axis, rows.ndim);
  const turned = viewOf(rows, permuted(rows.layout, movedOrder([0], [place], rows.ndim)));
  return copyAs(turned, wanted, "C") as NDArray<N>; // N is `dtype`, or what follows from the inputs
}

function geometric(from: NDArray, to: NDArray, count: number, endpoint: boolean): NDArray {
  if ([...toValues(from), ...toValues(to)].some((x) => parts(x).every((part) => part === 0))) {
    throw new ValueError("Geometric sequence cannot include zero");
  }
  // Turned to the positive side first, so that the logarithms are real, and back at the end.
  const turn = sign(from);
  const [first, last] = [divide(from, turn), divide(to, turn)];
  const rows = logspace(log10(first), log10(last), { num: count, endpoint });
  if (count > 0) assign(rowAt(rows, 0), first);
  if (count > 1 && endpoint) assign(rowAt(rows, count - 1), last);
  return multiply(rows, turn);
}

function rowAt(a: NDArray, i: number): NDArray {
  const rest = [...a.shape.keys()].slice(1);
  return viewOf(a, permuted(a.layout, rest), i * a.strides[0]!);
}
