/**
 * Transforms along several axes, one after the other, under NumPy's names.
 *
 * Source: https://numpy.org/doc/stable/reference/routines.fft.html
 */
import { toArray } from "../../array/convert.ts";
import type { NDArray } from "../../array/ndarray.ts";
import { IndexError, ValueError } from "../../errors.ts";
import { readOptions } from "../../options.ts";
import { fft, ifft, irfft, rfft } from "./one_axis.ts";
import type { Norm } from "./transform.ts";

export interface FftnOptions {
  /** Points along each of `axes`; -1 stands for what the axis has. */
  readonly s?: readonly number[] | null | undefined;
  /** All axes unless told, or the last ones, as many as `s` has. */
  readonly axes?: readonly number[] | null | undefined;
  readonly norm?: Norm | null | undefined;
  readonly out?: NDArray | null | undefined;
}

/**
 * The discrete Fourier transform along several axes.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.fft.fftn.html
 * @throws {ValueError} when `s` and `axes` differ in length, there are no points, or `norm` is none of NumPy's three
 * @throws {IndexError} when there is no such axis
 * @example fft.fftn([[1, 2], [3, 4]]) // [[10+0j, -2+0j], [-4+0j, 0+0j]]
 */
export function fftn(x: unknown, options?: FftnOptions): NDArray {
  return overAxes("fftn", x, options, fft);
}

/**
 * What `fftn` undoes.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.fft.ifftn.html
 * @throws {ValueError} when `s` and `axes` differ in length, there are no points, or `norm` is none of NumPy's three
 * @throws {IndexError} when there is no such axis
 * @example fft.ifftn([[10, -2], [-4, 0]]) // [[1+0j, 2+0j], [3+0j, 4+0j]]
 */
export function ifftn(x: unknown, options?: FftnOptions): NDArray {
  return overAxes("ifftn", x, options, ifft);
}

/**
 * `fftn` along two axes, the last two unless told.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.fft.fft2.html
 * @throws {ValueError} as `fftn`
 * @throws {IndexError} when there is no such axis
 */
export function fft2(x: unknown, options?: FftnOptions): NDArray {
  return overAxes("fft2", x, lastTwo(options), fft);
}

/**
 * `ifftn` along two axes, the last two unless told.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.fft.ifft2.html
 * @throws {ValueError} as `ifftn`
 * @throws {IndexError} when there is no such axis
 */
export function ifft2(x: unknown, options?: FftnOptions): NDArray {
  return overAxes("ifft2", x, lastTwo(options), ifft);
}

/**
 * The transform of real numbers along several axes; the last of them keeps its first n // 2 + 1 elements.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.fft.rfftn.html
 * @throws {TypeError} when `x` is complex
 * @throws {ValueError} as `fftn`
 * @throws {IndexError} when there is no such axis
 * @example fft.rfftn(ones([2, 4])).shape // [2, 3]
 */
export function rfftn(x: unknown, options?: FftnOptions): NDArray {
  return realOverAxes("rfftn", x, options);
}

/**
 * What `rfftn` undoes; the last axis gets 2 * (m - 1) elements unless told.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.fft.irfftn.html
 * @throws {ValueError} as `fftn`
 * @throws {IndexError} when there is no such axis
 * @example fft.irfftn(fft.rfftn(ones([2, 4]))).shape // [2, 4]
 */
export function irfftn(x: unknown, options?: FftnOptions): NDArray {
  return hermitianOverAxes("irfftn", x, options);
}

/**
 * `rfftn` along two axes, the last two unless told.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.fft.rfft2.html
 * @throws {TypeError} when `x` is complex
 * @throws {ValueError} as `fftn`
 * @throws {IndexError} when there is no such axis
 */
export function rfft2(x: unknown, options?: FftnOptions): NDArray {
  return realOverAxes("rfft2", x, lastTwo(options));
}

/**
 * `irfftn` along two axes, the last two unless told.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.fft.irfft2.html
 * @throws {ValueError} as `fftn`
 * @throws {IndexError} when there is no such axis
 */
export function irfft2(x: unknown, options?: FftnOptions): NDArray {
  return hermitianOverAxes("irfft2", x, lastTwo(options));
}

function lastTwo(options: FftnOptions | undefined): FftnOptions {
  return { ...options, axes: options?.axes ?? [-2, -1] };
}

interface Axes {
  /** In the order given, with the points along each. */
  readonly list: readonly { readonly axis: number; readonly n: number }[];
  readonly norm: Norm | null | undefined;
  readonly out: NDArray | null | undefined;
}

function readAxes(name: string, a: NDArray, given: FftnOptions | undefined): Axes {
  const {
    s = null,
    axes = null,
    norm,
    out,
  } = readOptions(name, given, ["s", "axes", "norm", "out"]);
  const count = s?.length ?? a.ndim;
  const chosen = axes ?? Array.from({ length: count }, (_, i) => i - count);
  if (s !== null && s.length !== chosen.length)
    throw new ValueError("Shape and axes have different lengths.");
  const list = chosen.map((axis, i) => {
    const length = a.shape.at(axis);
    if (s !== null && s[i] !== -1) return { axis, n: s[i]! }; // it is as long as the list of axes
    if (length !== undefined) return { axis, n: length };
    throw new IndexError(
      s === null
        ? `index ${axis} is out of bounds for axis 0 with size ${a.ndim}`
        : "tuple index out of range",
    );
  });
  return { list, norm, out };
}

/** From the last of the axes to the first, as NumPy goes. */
function overAxes(
  name: string,
  x: unknown,
  options: FftnOptions | undefined,
  one: typeof fft,
): NDArray {
  const a = toArray(x);
  const { list, norm, out } = readAxes(name, a, options);
  return list.reduceRight(
    (step, { axis, n }, i) => one(step, { axis, n, norm, out: i === 0 ? out : null }),
    a,
  );
}

function realOverAxes(name: string, x: unknown, options: FftnOptions | undefined): NDArray {
  const a = toArray(x);
  const { list, norm, out } = readAxes(name, a, options);
  const last = list.at(-1);
  if (last === undefined) throw new IndexError("list index out of range");
  const half = rfft(a, { ...last, norm, out: list.length === 1 ? out : null });
  return list
    .slice(0, -1)
    .reduceRight(
      (step, { axis, n }, i) => fft(step, { axis, n, norm, out: i === 0 ? out : null }),
      half,
    );
}

function hermitianOverAxes(name: string, x: unknown, options: FftnOptions | undefined): NDArray {
  const a = toArray(x);
  const { list, norm, out } = readAxes(name, a, options);
  const last = list.at(-1);
  if (last === undefined) throw new IndexError("list index out of range");
  const full = list.slice(0, -1).reduce((step, { axis, n }) => ifft(step, { axis, n, norm }), a);
  const isAsked = options?.s !== undefined && options.s !== null;
  return irfft(full, { ...last, n: isAsked ? last.n : 2 * (last.n - 1), norm, out });
}
