/**
 * The frequencies a transform's elements belong to, and putting them in rising order.
 *
 * Source: https://numpy.org/doc/stable/reference/routines.fft.html#helper-routines
 */
import { toArray } from "../../array/convert.ts";
import { layoutFor } from "../../array/copy.ts";
import { emptyArray, emptyLike } from "../../array/make.ts";
import type { NDArray } from "../../array/ndarray.ts";
import { type DTypeLike, dtype as asDType } from "../../dtype/dtype.ts";
import { IndexError, ValueError } from "../../errors.ts";
import { copyElements } from "../../kernels/copy.ts";
import { positionalOr } from "../../options.ts";
import { cut } from "../dense.ts";

export interface FrequencyOptions {
  /** Time between samples; 1 unless told. */
  readonly d?: number | undefined;
  readonly dtype?: DTypeLike | null | undefined;
}

/**
 * The frequency of each element of `fft(x)` for `n` samples: from 0 up, then the negative ones.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.fft.fftfreq.html
 * @throws {ValueError} when `n` is no whole number, or below 1
 * @example fft.fftfreq(4, { d: 0.5 }) // [0, 0.5, -1, -0.5]
 */
export function fftfreq(
  n: number,
  d?: number | FrequencyOptions,
  options?: FrequencyOptions,
): NDArray {
  return frequencies("fftfreq", n, d, options, n, (k) =>
    k <= Math.floor((n - 1) / 2) ? k : k - n,
  );
}

/**
 * The frequency of each element of `rfft(x)` for `n` samples.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.fft.rfftfreq.html
 * @throws {ValueError} when `n` is no whole number, or 0
 * @example fft.rfftfreq(5) // [0, 0.2, 0.4]
 */
export function rfftfreq(
  n: number,
  d?: number | FrequencyOptions,
  options?: FrequencyOptions,
): NDArray {
  return frequencies("rfftfreq", n, d, options, Math.max(0, Math.floor(n / 2) + 1), (k) => k);
}

function frequencies(
  name: string,
  n: number,
  d: number | FrequencyOptions | undefined,
  rest: FrequencyOptions | undefined,
  count: number,
  step: (k: number) => number,
): NDArray {
  const options = positionalOr<FrequencyOptions, "d">(name, "d", d, rest, ["d", "dtype"]);
  if (!Number.isInteger(n)) throw new ValueError("n should be an integer");
  if (n === 0) throw new ValueError("float division by zero");
  if (count < 0) throw new ValueError("negative dimensions are not allowed");
  const unit = 1 / (n * (options.d ?? 1));
  const values = toArray(Array.from({ length: count }, (_, k) => step(k) * unit));
  const dtype = asDType(options.dtype ?? values.dtype);
  if (dtype === values.dtype) return values;
  const result = emptyArray(values.shape, dtype);
  copyElements(values, result, values.shape);
  return result;
}

export interface ShiftOptions {
  /** All axes unless told. */
  readonly axes?: number | readonly number[] | null | undefined;
}

/**
 * A copy with the zero frequency moved to the middle of the axes.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.fft.fftshift.html
 * @throws {IndexError} when there is no such axis
 * @example fft.fftshift([0, 1, 2, -2, -1]) // [-2, -1, 0, 1, 2]
 */
export function fftshift(
  x: unknown,
  axes?: ShiftOptions["axes"] | ShiftOptions,
  options?: ShiftOptions,
): NDArray {
  return shifted("fftshift", x, axes, options, (n) => Math.floor(n / 2));
}

/**
 * What `fftshift` undoes; for odd lengths the two differ.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.fft.ifftshift.html
 * @throws {IndexError} when there is no such axis
 * @example fft.ifftshift([-2, -1, 0, 1, 2]) // [0, 1, 2, -2, -1]
 */
export function ifftshift(
  x: unknown,
  axes?: ShiftOptions["axes"] | ShiftOptions,
  options?: ShiftOptions,
): NDArray {
  return shifted("ifftshift", x, axes, options, (n) => n - Math.floor(n / 2));
}

function shifted(
  name: string,
  x: unknown,
  axes: ShiftOptions["axes"] | ShiftOptions,
  rest: ShiftOptions | undefined,
  distance: (n: number) => number,
): NDArray {
  const a = toArray(x);
  const given = positionalOr<ShiftOptions, "axes">(name, "axes", axes, rest, ["axes"]).axes ?? [
    ...a.shape.keys(),
  ];
  let result = a;
  for (const axis of typeof given === "number" ? [given] : given) {
    const along = axis < 0 ? axis + a.ndim : axis;
    const n = a.shape[along];
    if (n === undefined) throw new IndexError("tuple index out of range");
    result = rolled(result, along, n === 0 ? 0 : distance(n) % n);
  }
  return result === a ? rolled(a, 0, 0) : result;
}

function rolled(a: NDArray, axis: number, distance: number): NDArray {
  const result = emptyLike(layoutFor(a, "K", a.itemsize), a.dtype);
  if (a.ndim === 0) {
    copyElements(a, result, a.shape);
    return result;
  }
  const rest = a.shape[axis]! - distance;
  for (const [from, to, count] of [
    [0, distance, rest],
    [rest, 0, distance],
  ] as const) {
    const target = cut(result, axis, to, count);
    copyElements(cut(a, axis, from, count), target, target.shape);
  }
  return result;
}
