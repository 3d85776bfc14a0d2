/**
 * Sliding products and interpolation of 1-d sequences.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.convolve.html
 */
import { emptyArray, freeScratch, scratchArray, viewStrided } from "../array/make.ts";
import type { NDArray } from "../array/ndarray.ts";
import { ValueError } from "../errors.ts";
import { copyElements } from "../kernels/copy.ts";
import { runMatmul } from "../kernels/matmul.ts";
import { noteTraffic } from "../memory/counter.ts";
import { readOptions } from "../options.ts";
import { commonDType, cut, elements, padDims, together } from "./dense.ts";

type ConvolveMode = "full" | "same" | "valid";

export interface ConvolveOptions {
  /** "full": every overlap; "same": as many as the longer sequence has; "valid": only where both overlap wholly. */
  readonly mode?: ConvolveMode | undefined;
}

/**
 * The convolution of two 1-d sequences.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.convolve.html
 *
 * @throws {ValueError} when one is empty or has several axes, or the mode is unknown
 * @example convolve([1, 2], [1, 1]) // [1, 3, 2]
 */
export function convolve(a: unknown, v: unknown, options: ConvolveOptions = {}): NDArray {
  readOptions("convolve", options, ["mode"]);
  const [x, y] = sequences(a, v, ["a cannot be empty", "v cannot be empty"]);
  const mode = options.mode ?? "full";
  checkMode(mode);
  const [longer, shorter] = y.size > x.size ? [y, x] : [x, y];
  return slide(longer, cut(shorter, 0, shorter.size - 1, shorter.size, -1), mode, false);
}

/**
 * The cross-correlation of two 1-d sequences: sums of a[n + k] times the conjugate of v[n].
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.correlate.html
 *
 * @throws {ValueError} when one is empty or has several axes, or the mode is unknown
 * @example correlate([1, 2, 3], [0, 1, 0.5]) // [3.5]
 */
export function correlate(a: unknown, v: unknown, options: ConvolveOptions = {}): NDArray {
  readOptions("correlate", options, ["mode"]);
  const mode = options.mode ?? "valid";
  checkMode(mode);
  const [x, y] = sequences(a, v, [
    "first array argument cannot be empty",
    "second array argument cannot be empty",
  ]);
  const conjugated = y.dtype.kind === "c" ? conjugate(y) : y;
  const isSwapped = x.size < y.size;
  const [longer, shorter] = isSwapped ? [conjugated, x] : [x, conjugated];
  const result = slide(longer, shorter, mode, isSwapped);
  if (conjugated !== y) freeScratch(conjugated);
  return result;
}

function sequences(a: unknown, v: unknown, empty: readonly [string, string]): [NDArray, NDArray] {
  const given = together([a, v]).map((x) => padDims(x, 1)) as [NDArray, NDArray]; // two are given
  for (const [k, x] of given.entries()) {
    if (x.ndim > 1) throw new ValueError("object too deep for desired array");
    if (x.size === 0) throw new ValueError(empty[k]!);
  }
  return given;
}

function conjugate(a: NDArray): NDArray {
  const copy = scratchArray(a.shape, a.dtype);
  copyElements(a, copy, a.shape);
  const data = elements(copy) as Float64Array; // floats in pairs
  for (let k = 1; k < data.length; k += 2) data[k] = -data[k]!;
  return copy;
}

/** out[i] = sum over j of longer[i + j - left] * shorter[j], zero where there is nothing: windows times a column. */
function slide(
  longer: NDArray,
  shorter: NDArray,
  mode: ConvolveMode,
  isReversed: boolean,
): NDArray {
  const n = shorter.size;
  const [left, right] = marginsOf(mode, n);
  const dtype = commonDType([longer, shorter]);
  const padded = scratchArray([left + longer.size + right], dtype);
  padded.memory.bytes.fill(0, padded.address, padded.address + padded.nbytes);
  copyElements(longer, cut(padded, 0, left, longer.size), longer.shape);
  const factor = scratchArray([n], dtype);
  copyElements(shorter, factor, shorter.shape);
  const m = padded.size - n + 1;
  const result = emptyArray([m], dtype);
  const step = dtype.itemsize;
  const target = isReversed ? cut(result, 0, m - 1, m, -1) : result;
  runMatmul(
    viewStrided(padded, [m, n], [step, step]),
    viewStrided(factor, [n, 1], [step, step]),
    viewStrided(target, [m, 1], [target.strides[0]!, step]),
    [],
    { m, k: n, n: 1 },
  );
  if (left + right > 0 && !isAllFinite(factor)) {
    // Infinity times a zero that only fills a margin is no number: there the windows are cut.
    for (let i = 0; i < m; i++) {
      const from = Math.max(0, left - i);
      const count = Math.min(n, left + longer.size - i) - from;
      if (count < n)
        runMatmul(
          viewStrided(cut(padded, 0, i + from, count), [1, count], [step, step]),
          viewStrided(cut(factor, 0, from, count), [count, 1], [step, step]),
          viewStrided(cut(target, 0, i, 1), [1, 1], [step, step]),
          [],
          { m: 1, k: count, n: 1 },
        );
    }
  }
  freeScratch(padded);
  freeScratch(factor);
  noteTraffic(longer.size + n, m);
  return result;
}

function isAllFinite(a: NDArray): boolean {
  if (a.dtype.kind !== "f" && a.dtype.kind !== "c") return true;
  return (elements(a) as Float64Array).every((x) => Number.isFinite(x)); // floats, alone or in pairs
}

/** @throws {ValueError} when there is no such mode */
function checkMode(mode: ConvolveMode): void {
  if (mode === "full" || mode === "valid" || mode === "same") return;
  throw new ValueError(
    /^[fvs]/i.test(mode)
      ? "Use one of 'valid', 'same', or 'full' for convolve/correlate mode"
      : `mode must be one of 'valid', 'same', or 'full' (got '${String(mode)}')`,
  );
}

function marginsOf(mode: ConvolveMode, n: number): [number, number] {
  if (mode === "full") return [n - 1, n - 1];
  return mode === "valid" ? [0, 0] : [n >> 1, n - (n >> 1) - 1];
}
