/**
 * Evenly spaced samples on a line, and what other scales make of them.
 *
 * `start` and `stop` may be arrays: then there is a row of samples for each of their elements.
 * Source: https://numpy.org/doc/stable/reference/routines.array-creation.html#numerical-ranges
 */
import { type ArrayLike, scalarScratch, toArray, toValues } from "../array/convert.ts";
import { copyAs } from "../array/copy.ts";
import { writeElement, isComplex } from "../array/element.ts";
import { emptyLike, scratchArray, scratchLike, viewOf, viewStrided } from "../array/make.ts";
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
import { copyElements } from "../kernels/copy.ts";
import { fillLine } from "../kernels/line.ts";
import { normalizeAxis } from "../layout/axis.ts";
import { broadcastShapes } from "../layout/broadcast.ts";
import { type Shape, line } from "../layout/layout.ts";
import { movedOrder, permuted } from "../layout/permute.ts";
import { noteTraffic, uncounted } from "../memory/counter.ts";
import { type DeviceOption, positionalOr } from "../options.ts";
import { lineUp } from "../ufunc/call.ts";
import { resultLayout } from "../ufunc/result.ts";
import { weakKind } from "../ufunc/inputs.ts";
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

export const SPACE_KEYS = ["num", "endpoint", "dtype", "axis", "device"] as const;

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
    ...SPACE_KEYS,
    "retstep",
  ]);
  if (typeof start === "number" && typeof stop === "number" && isPlain(given))
    return between(start, stop, given);
  const { samples, step, dtype, order } = uncounted(() => spaced(start, stop, given));
  const result = atAxis(copyOrdered(samples, dtype, order), given.axis);
  return given.retstep === true ? [result, copyAs(step, step.dtype, "C")] : result;
}

/** Whether one axis of float64 samples is wanted, and nothing else. */
function isPlain({ dtype, axis, retstep }: LinspaceOptions): boolean {
  return (dtype ?? null) === null && (axis ?? 0) === 0 && retstep !== true;
}

function between(
  start: number,
  stop: number,
  { num = 50, endpoint = true }: LinspaceOptions,
): NDArray<"float64"> {
  checkCount(num);
  const gaps = endpoint ? num - 1 : num;
  const delta = stop - start;
  const step = delta / gaps;
  const result = emptyLike(line(num, 8, 8), float64);
  const data = result.memory.doubles;
  const first = result.address / 8;
  if (gaps > 0 && step !== 0) fillLine(result, num, start, step);
  else for (let i = 0; i < num; i++) data[first + i] = (gaps === 0 ? i : i / gaps) * delta + start;
  if (endpoint && num > 1) data[first + num - 1] = stop;
  noteTraffic(num, num);
  return result;
}

function checkCount(num: number): void {
  if (!Number.isInteger(num))
    throw new TypeError(`'${typeof num}' object cannot be interpreted as an integer`);
  if (num < 0) throw new ValueError(`Number of samples, ${num}, must be non-negative.`);
}

/** `rows` with its first axis moved to where `axis` says; a view, as NumPy's. */
export function atAxis<N extends DTypeName>(rows: NDArray<N>, axis = 0): NDArray<N> {
  const place = normalizeAxis(axis, rows.ndim);
  return viewOf(rows, permuted(rows.layout, movedOrder([0], [place], rows.ndim)));
}

export interface Spaced {
  /** In the first axis; in double precision still. */
  readonly samples: NDArray;
  /** The gaps between them. */
  readonly step: NDArray;
  /** What the samples are to become. */
  readonly dtype: DType;
  /** How the ends lie in memory, and so the result. */
  readonly order: ReturnType<typeof resultLayout>;
}

export function copyOrdered(samples: NDArray, dtype: DType, order: Spaced["order"]): NDArray {
  const result = emptyLike(order(dtype), dtype);
  copyElements(samples, result, samples.shape);
  noteTraffic(samples.size, samples.size);
  return result;
}

export function spaced(
  start: ArrayLike,
  stop: ArrayLike,
  { num = 50, endpoint = true, dtype, axis = 0 }: LinspaceOptions,
): Spaced {
  checkCount(num);
  const [from, to] = [toArray(start), toArray(stop)];
  const natural = floatFor([start, stop], [from, to]);
  const wanted: DType = dtype === undefined || dtype === null ? natural : asDType(dtype);
  const shape = broadcastShapes([from.shape, to.shape]);
  normalizeAxis(axis, shape.length + 1);
  const gaps = endpoint ? num - 1 : num;
  const wide = natural.kind === "c" ? complex128 : float64;
  const rows = scratchArray([...shape, num], wide);
  const round = rounding(natural);
  const lines = linesBetween(from, to, shape, gaps, round);
  // A step that underflows to zero is spread by dividing last, in all lines, as NumPy does.
  const isLast = lines.some(({ step }) => step.slice(0, wide.components).every((x) => x === 0));
  for (const [n, between] of lines.entries())
    fill(rows, n * num, num, { ...between, gaps, endpoint, isLast, round });
  const step = gaps > 0 ? stepsOf(lines, shape, natural) : scalarScratch(NaN, float64);
  const whole = wanted.kind === "i" || wanted.kind === "u" ? floor(rows) : rows;
  return { samples: lastFirst(whole), step, dtype: wanted, order: rowsLike(from, to, shape, num) };
}

function stepsOf(lines: readonly Line[], shape: Shape, dtype: DType): NDArray {
  const steps = scratchArray(shape, dtype);
  for (const [n, { step }] of lines.entries()) {
    const [re, im] = step;
    const at = steps.address + n * dtype.itemsize;
    writeElement(steps.memory, dtype, at, dtype.kind === "c" ? { re, im } : re);
  }
  return steps;
}

/** The layout of rows of samples: the ends' own axes keep their order, and the samples' comes first. */
function rowsLike(from: NDArray, to: NDArray, shape: Shape, num: number): Spaced["order"] {
  const delta = scratchLike(resultLayout([from, to], shape, "K")(float64), float64);
  const rows = viewStrided(delta, [num, ...shape], [0, ...delta.strides]);
  return resultLayout([rows], rows.shape, "K");
}

/** The dtype of samples between these ends: a float at least, where JS scalars are weak. */
function floatFor(given: readonly unknown[], ends: readonly NDArray[]): DType {
  const strong = ends.filter((_, k) => weakKind(given[k]) === null).map((end) => end.dtype);
  const weak = given.map((x) => weakKind(x) ?? "float");
  return resultDType(strong, [...weak, "float"]) ?? float64;
}

/** How arithmetic in a dtype rounds; NumPy computes half precision in single precision. */
function rounding({ name }: DType): (x: number) => number {
  if (name === "float16") return (x) => Math.f16round(Math.fround(x));
  return name === "float32" || name === "complex64" ? Math.fround : (x) => x;
}

function lastFirst(rows: NDArray): NDArray {
  const order = movedOrder([rows.ndim - 1], [0], rows.ndim);
  return viewOf(rows, permuted(rows.layout, order));
}

type Parts = readonly [re: number, im: number];

/** One line of samples: where it starts and stops, its length and the gap between two samples. */
interface Line {
  readonly a: Parts;
  readonly b: Parts;
  readonly delta: Parts;
  readonly step: Parts;
}

function linesBetween(
  from: NDArray,
  to: NDArray,
  shape: Shape,
  gaps: number,
  round: (x: number) => number,
): Line[] {
  const stops = toValues(lineUp(to, shape));
  return toValues(lineUp(from, shape)).map((start, n) => {
    const [a, b] = [parts(start), parts(stops[n])];
    const delta = [round(b[0] - a[0]), round(b[1] - a[1])] as const;
    return { a, b, delta, step: [round(delta[0] / gaps), round(delta[1] / gaps)] };
  });
}

interface Filling extends Line {
  readonly gaps: number;
  readonly endpoint: boolean;
  readonly isLast: boolean;
  readonly round: (x: number) => number;
}

/** Writes one row of samples. */
function fill(rows: NDArray, at: number, num: number, line: Filling): void {
  const { components } = rows.dtype;
  const { gaps, round, endpoint, isLast } = line;
  const data = rows.memory.view(float64) as Float64Array; // float64 and complex128 lie in this
  const first = rows.address / 8 + at * components;
  for (let c = 0; c < components; c++) {
    const [delta, step, start] = [line.delta[c]!, line.step[c]!, round(line.a[c]!)];
    for (let i = 0; i < num; i++) {
      const moved = gaps === 0 ? i * delta : isLast ? round(i / gaps) * delta : i * step;
      data[first + i * components + c] = round(round(moved) + start);
    }
    if (endpoint && num > 1) data[first + (num - 1) * components + c] = round(line.b[c]!);
  }
}

function parts(x: unknown): Parts {
  return isComplex(x) ? [x.re, x.im] : [Number(x), 0];
}
