/**
 * Margins that are computed: ramps, statistics, odd reflections.
 *
 * Knows a view whose margins along one axis are to be filled, and how wide they are.
 */
import { assign } from "../array/access.ts";
import { freeScratch, scratchArray } from "../array/make.ts";
import type { NDArray } from "../array/ndarray.ts";
import { type DType, complex128, float64 } from "../dtype/dtype.ts";
import { ValueError } from "../errors.ts";
import { copyElements } from "../kernels/copy.ts";
import { runElementwise } from "../kernels/elementwise.ts";
import { sortLines } from "../kernels/sort.ts";
import { lineUp } from "../ufunc/call.ts";
import { add, subtract } from "../ufunc/arithmetic.ts";
import { maximum, minimum } from "../ufunc/comparison.ts";
import { cut, elements } from "./dense.ts";

/** Before and after. */
export type Pair = readonly [number, number];

/** Values in even steps from `ends` at the far ends up to, not including, the edges. */
export function fillRamp(
  view: NDArray,
  axis: number,
  [before, after]: Pair,
  ends: readonly [NDArray, NDArray],
): void {
  const n = view.shape[axis]!;
  const wide = view.dtype.kind === "c" ? complex128 : float64;
  for (const isAfter of [false, true]) {
    const width = isAfter ? after : before;
    if (width === 0) continue;
    const edge = scratchOf(cut(view, axis, isAfter ? n - after - 1 : before, 1), wide);
    const end = scratchOf(lineUp(ends[isAfter ? 1 : 0], edge.shape), wide);
    const [from, to] = [elements(end) as Float64Array, elements(edge) as Float64Array]; // doubles, alone or in pairs
    const values = scratchArray(edge.shape, wide);
    const row = elements(values) as Float64Array; // as above
    const isWhole = view.dtype.kind === "i" || view.dtype.kind === "u";
    for (let k = 0; k < width; k++) {
      for (let i = 0; i < row.length; i++) {
        const x = from[i]! + k * ((to[i]! - from[i]!) / width);
        row[i] = isWhole ? Math.floor(x) : x;
      }
      const slab = cut(view, axis, isAfter ? n - 1 - k : k, 1);
      copyElements(values, slab, slab.shape);
    }
    for (const s of [edge, end, values]) freeScratch(s);
  }
}

function scratchOf(a: NDArray, dtype: DType): NDArray {
  const copy = scratchArray(a.shape, dtype);
  copyElements(a, copy, a.shape);
  return copy;
}

export type Statistic = "maximum" | "mean" | "median" | "minimum";

/** Each margin holds a statistic of the `lengths` elements next to it; of all of them for null. */
export function fillStatistic(
  view: NDArray,
  axis: number,
  [before, after]: Pair,
  mode: Statistic,
  lengths: Pair | null,
): void {
  const n = view.shape[axis]! - before - after;
  const [left, right] = (lengths ?? [n, n]).map((length) => Math.min(length, n)) as [
    number,
    number,
  ]; // a pair stays a pair
  if ((left === 0 || right === 0) && (mode === "maximum" || mode === "minimum")) {
    throw new ValueError("stat_length of 0 yields no value for padding");
  }
  if (before > 0 || left === n) {
    const value = statistic(cut(view, axis, before, left), axis, mode);
    if (before > 0) assign(cut(view, axis, 0, before), value);
    if (after > 0 && left === n && right === n) assign(cut(view, axis, before + n, after), value);
    freeScratch(value);
  }
  if (after === 0 || (left === n && right === n)) return;
  const value = statistic(cut(view, axis, before + n - right, right), axis, mode);
  assign(cut(view, axis, before + n, after), value);
  freeScratch(value);
}

/** Scratch of length 1 along the axis, in the dtype of `a`; integers are rounded to even. */
function statistic(a: NDArray, axis: number, mode: Statistic): NDArray {
  const shape = a.shape.with(axis, 1);
  const result = scratchArray(shape, a.dtype);
  if (mode === "maximum" || mode === "minimum") {
    (mode === "maximum" ? maximum : minimum).reduce(a, { axis, keepdims: true, out: result });
    return result;
  }
  const wide = a.dtype.kind === "c" ? complex128 : float64;
  const means = mode === "mean" ? meanOf(a, axis, wide) : medianOf(a, axis, wide);
  const values = elements(means) as Float64Array; // doubles, alone or in pairs
  if (a.dtype.kind === "i" || a.dtype.kind === "u")
    for (let k = 0; k < values.length; k++) values[k] = roundToEven(values[k]!);
  copyElements(means, result, shape);
  freeScratch(means);
  return result;
}

function meanOf(a: NDArray, axis: number, wide: DType): NDArray {
  const n = a.shape[axis]!;
  const sums = scratchArray(a.shape.with(axis, 1), wide);
  const values = elements(sums) as Float64Array; // doubles, alone or in pairs
  values.fill(0);
  const terms = scratchOf(a, wide);
  const { char } = wide;
  for (let k = 0; k < n; k++)
    runElementwise(
      "add",
      `${char}${char}->${char}`,
      [sums, cut(terms, axis, k, 1), sums],
      sums.shape,
    );
  for (let k = 0; k < values.length; k++) values[k]! /= n;
  freeScratch(terms);
  return sums;
}

function medianOf(a: NDArray, axis: number, wide: DType): NDArray {
  const sorted = scratchOf(a, wide);
  sortLines(sorted, sorted.shape, axis, false);
  const n = a.shape[axis]!;
  const half = n >> 1;
  const result = scratchOf(cut(sorted, axis, half, 1), wide);
  const values = elements(result) as Float64Array; // doubles, alone or in pairs
  const lower = scratchOf(cut(sorted, axis, n % 2 === 1 ? half : half - 1, 1), wide);
  const last = scratchOf(cut(sorted, axis, n - 1, 1), wide);
  const [below, ends] = [elements(lower) as Float64Array, elements(last) as Float64Array]; // as above
  for (let k = 0; k < values.length; k++)
    values[k] = Number.isNaN(ends[k]!) ? NaN : (values[k]! + below[k]!) / 2;
  for (const s of [sorted, lower, last]) freeScratch(s);
  return result;
}

/** The nearest whole number; of two as near, the even one. */
function roundToEven(x: number): number {
  const down = Math.floor(x);
  const rest = x - down;
  if (rest !== 0.5) return Math.round(x);
  return down % 2 === 0 ? down : down + 1;
}

/**
 * Reflected differences: what lies beyond the edge is twice the edge less its mirror image.
 *
 * A margin wider than the array is reflected again and again, each time at the new edges.
 */
export function fillReflectedOdd(
  view: NDArray,
  axis: number,
  widths: Pair,
  mode: "reflect" | "symmetric",
): void {
  let [left, right] = widths;
  const n = view.shape[axis]!;
  const period = n - left - right;
  const gap = mode === "reflect" ? 1 : 0; // whether the edge itself is left out of the mirror image
  while (left > 0 || right > 0) {
    const filled = n - left - right;
    const whole =
      mode === "symmetric"
        ? Math.floor(filled / period) * period
        : Math.floor((filled - 1) / (period - 1)) * (period - 1);
    if (left > 0) {
      const count = Math.min(whole, left);
      mirror(view, axis, left, left + gap + count - 1, left - count, count);
      left -= count;
    }
    if (right > 0) {
      const count = Math.min(whole, right);
      const edge = n - right - 1;
      mirror(view, axis, edge, edge - gap, edge + 1, count);
      right -= count;
    }
  }
}

/** Writes 2 * edge - x for `count` elements from `start` backwards to those from `target` on. */
function mirror(
  view: NDArray,
  axis: number,
  edge: number,
  start: number,
  target: number,
  count: number,
): void {
  const out = cut(view, axis, target, count);
  const twice = scratchArray(view.shape.with(axis, 1), view.dtype);
  add(cut(view, axis, edge, 1), cut(view, axis, edge, 1), { out: twice });
  subtract(twice, cut(view, axis, start, count, -1), { out });
  freeScratch(twice);
}
