/**
 * Linear interpolation between given points.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.interp.html
 */
import { toArray } from "../array/convert.ts";
import { isComplex } from "../array/element.ts";
import { emptyArray } from "../array/make.ts";
import type { NDArray } from "../array/ndarray.ts";
import { type Complex, complex128, float64 } from "../dtype/dtype.ts";
import { ValueError } from "../errors.ts";
import { noteTraffic } from "../memory/counter.ts";
import { readOptions } from "../options.ts";
import { dense, doubles, elements, freeDense } from "./dense.ts";

export interface InterpOptions {
  /** The value left of all points; that of the first point unless told. */
  readonly left?: number | Complex | null | undefined;
  /** The value right of all points; that of the last point unless told. */
  readonly right?: number | Complex | null | undefined;
  /** What `x` repeats after; points may then come in any order. */
  readonly period?: number | null | undefined;
}

/** Points on the x axis, rising, and one row of values for each part: real, and imaginary where there is one. */
interface Points {
  readonly xp: Float64Array;
  readonly rows: readonly Float64Array[];
}

/**
 * The value at each `x` on the straight lines through the points (`xp`, `fp`); `xp` rises.
 *
 * float64, or complex128 where `fp` is complex; in the shape of `x`. A nan stays nan.
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.interp.html
 *
 * @throws {ValueError} when there are no points, not as many of one as of the other, or the period is 0
 * @example interp(2.5, [1, 2, 3], [3, 2, 0]) // 1
 */
export function interp(x: unknown, xp: unknown, fp: unknown, options: InterpOptions = {}): NDArray {
  readOptions("interp", options, ["left", "right", "period"]);
  const at = toArray(x);
  const [places, values] = [toArray(xp), toArray(fp)];
  const period = options.period ?? null;
  if (period === null) checkPoints(places, values);
  else checkPeriodicPoints(places, values, period);
  const plain = { xp: doubles(places), rows: rowsOf(values) };
  const points = period === null ? plain : periodic(plain, Math.abs(period));
  const isPair = values.dtype.kind === "c";
  const result = emptyArray(at.shape, isPair ? complex128 : float64);
  const out = elements(result) as Float64Array; // doubles, alone or in pairs
  const wanted = doubles(at);
  if (period !== null)
    for (let k = 0; k < wanted.length; k++) wanted[k] = wrapped(wanted[k]!, Math.abs(period));
  const ends = (end: number | Complex | null | undefined, part: number): number | null => {
    if (end === undefined || end === null || period !== null) return null;
    return isComplex(end) ? [end.re, end.im][part]! : part === 0 ? end : 0;
  };
  for (const [part, row] of points.rows.entries()) {
    const [left, right] = [
      ends(options.left, part) ?? row[0]!,
      ends(options.right, part) ?? row.at(-1)!,
    ];
    for (let k = 0; k < wanted.length; k++)
      out[k * points.rows.length + part] = valueAt(wanted[k]!, points.xp, row, left, right, part);
  }
  noteTraffic(at.size + places.size + values.size, result.size);
  return result;
}

/** @throws {ValueError} as NumPy's C code does */
function checkPoints(xp: NDArray, fp: NDArray): void {
  for (const { ndim } of [fp, xp]) {
    if (ndim === 0) throw new ValueError("object of too small depth for desired array");
    if (ndim > 1) throw new ValueError("object too deep for desired array");
  }
  if (xp.size === 0) throw new ValueError("array of sample points is empty");
  if (xp.size !== fp.size) throw new ValueError("fp and xp are not of the same length.");
}

/** @throws {ValueError} as its Python code does, which comes first */
function checkPeriodicPoints(xp: NDArray, fp: NDArray, period: number): void {
  if (period === 0) throw new ValueError("period must be a non-zero value");
  if (xp.ndim !== 1 || fp.ndim !== 1) throw new ValueError("Data points must be 1-D sequences");
  if (xp.size !== fp.size) throw new ValueError("fp and xp are not of the same length");
  if (xp.size === 0) throw new ValueError("array of sample points is empty");
}

function rowsOf(values: NDArray): Float64Array[] {
  if (values.dtype.kind !== "c") return [doubles(values)];
  const copy = dense(values, complex128);
  const pairs = elements(copy) as Float64Array; // floats in pairs
  const rows = [0, 1].map((part) =>
    Float64Array.from({ length: values.size }, (_, k) => pairs[2 * k + part]!),
  );
  freeDense(copy, values);
  return rows;
}

/** Points brought into one period and sorted, with the last one repeated in front and the first one behind. */
function periodic({ xp, rows }: Points, period: number): Points {
  const places = xp.map((x) => wrapped(x, period));
  const order = [...places.keys()].sort((i, j) => places[i]! - places[j]!);
  const around = [order.at(-1)!, ...order, order[0]!];
  const shift = (k: number): number => (k === 0 ? -period : k === around.length - 1 ? period : 0);
  return {
    xp: Float64Array.from(around, (i, k) => places[i]! + shift(k)),
    rows: rows.map((row) => Float64Array.from(around, (i) => row[i]!)),
  };
}

function wrapped(x: number, period: number): number {
  const rest = x % period;
  return rest < 0 ? rest + period : rest;
}

function valueAt(
  x: number,
  xp: Float64Array,
  fp: Float64Array,
  left: number,
  right: number,
  part: number,
): number {
  if (Number.isNaN(x)) return part === 0 ? x : 0; // nan has no imaginary part
  const last = xp.length - 1;
  if (x > xp[last]!) return right;
  if (x < xp[0]!) return left;
  let low = 0;
  let high = xp.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (xp[middle]! <= x) low = middle + 1;
    else high = middle;
  }
  const j = low - 1;
  if (j >= last || xp[j] === x) return fp[Math.min(j, last)]!; // on a point, even where its neighbour is infinite
  const slope = (fp[j + 1]! - fp[j]!) / (xp[j + 1]! - xp[j]!);
  const fromLeft = slope * (x - xp[j]!) + fp[j]!;
  if (!Number.isNaN(fromLeft)) return fromLeft;
  const fromRight = slope * (x - xp[j + 1]!) + fp[j + 1]!;
  return Number.isNaN(fromRight) && fp[j] === fp[j + 1] ? fp[j]! : fromRight;
}
