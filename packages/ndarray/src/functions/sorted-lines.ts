/**
 * Lines in order, as far as it matters: what medians and quantiles are read from.
 *
 * The folded axes become one line for each element of the result. nan sorts last, so a line has one exactly where
 * its last element is one.
 */
import { freeScratch, scratchArray, viewStrided } from "../array/make.ts";
import type { NDArray } from "../array/ndarray.ts";
import { type DType, type TypedArray, int32 } from "../dtype/dtype.ts";
import { argsortLines } from "../kernels/argsort.ts";
import { copyElements } from "../kernels/copy.ts";
import { partitionLines } from "../kernels/partition.ts";
import { pickAlong } from "../kernels/pick.ts";
import { sortLines } from "../kernels/sort.ts";
import { sizeOf } from "../layout/layout.ts";
import { elements, permuted, reshaped } from "./dense.ts";

/** `count` lines of `n` elements, one after the other. */
export interface Lines {
  readonly array: NDArray;
  readonly data: TypedArray;
  readonly count: number;
  readonly n: number;
}

/** Scratch with the lines of `a` over `axes`, as they come; free its `array`. */
export function linesOf(a: NDArray, axes: readonly number[], dtype: DType = a.dtype): Lines {
  const kept = [...a.shape.keys()].filter((k) => !axes.includes(k));
  const turned = permuted(a, [...kept, ...axes]);
  const n = sizeOf(axes.map((k) => a.shape[k]!));
  const count = sizeOf(kept.map((k) => a.shape[k]!));
  const array = scratchArray([count, n], dtype);
  copyElements(turned, reshaped(array, turned.shape), turned.shape);
  return { array, data: elements(array), count, n };
}

/** The lines, each sorted. */
export function sortedLines(a: NDArray, axes: readonly number[]): Lines {
  const lines = linesOf(a, axes);
  sortLines(lines.array, lines.array.shape, 1, false);
  return lines;
}

/** The lines, each as if sorted at these places, first and last of neighbours; nan comes last. */
export function settledLines(
  a: NDArray,
  axes: readonly number[],
  placesFor: (n: number) => readonly (readonly [first: number, last: number])[],
): Lines {
  const lines = linesOf(a, axes);
  for (const [first, last] of placesFor(lines.n))
    partitionLines(lines.array, lines.array.shape, 1, first, last);
  return lines;
}

/** The lines sorted, and their weights (doubles, in lines of the same form) in the same order. */
export function sortedWithWeights(
  a: NDArray,
  weights: Lines,
  axes: readonly number[],
): { lines: Lines; weights: Float64Array } {
  const lines = linesOf(a, axes);
  const { count, n } = lines;
  const order = scratchArray([count, n], int32);
  argsortLines(lines.array, order, [count, n], 1, false);
  const ranks = elements(order) as Int32Array; // int32, as made
  const sorted = scratchArray([count, n], a.dtype);
  for (let k = 0; k < count; k++) {
    pickAlong(
      lineOf(lines.array, k),
      lineOf(sorted, k),
      [n],
      0,
      ranks.subarray(k * n, (k + 1) * n),
    );
  }
  const given = weights.data as Float64Array; // doubles, as the caller promises
  const turned = Float64Array.from(ranks, (rank, k) => given[Math.floor(k / n) * n + rank]!);
  for (const s of [lines.array, order]) freeScratch(s);
  return { lines: { array: sorted, data: elements(sorted), count, n }, weights: turned };
}

function lineOf(lines: NDArray, k: number): NDArray {
  return viewStrided(lines, lines.shape.slice(1), lines.strides.slice(1), k * lines.strides[0]!);
}

/** How many elements of line `k` come before the first nan. */
export function countWithoutNan({ array, data, n }: Lines, k: number): number {
  const { components } = array.dtype;
  const isNan = (i: number): boolean => {
    for (let c = 0; c < components; c++)
      if (Number.isNaN(data[(k * n + i) * components + c])) return true;
    return false;
  };
  let low = 0;
  let high = n;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isNan(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
