/**
 * Transforms along one axis, under NumPy's names.
 *
 * Source: https://numpy.org/doc/stable/reference/routines.fft.html
 */
import type { NDArray } from "../../array/ndarray.ts";
import { readOptions } from "../../options.ts";
import { conj } from "../../ufunc/arithmetic.ts";
import { type Norm, type Transform, transform } from "./transform.ts";

export interface FftOptions {
  /** Points of the transform: the axis is cut, or filled up with zeros. */
  readonly n?: number | null | undefined;
  /** The last one unless told. */
  readonly axis?: number | undefined;
  readonly norm?: Norm | null | undefined;
  readonly out?: NDArray | null | undefined;
}

function along(
  name: string,
  x: unknown,
  given: FftOptions | undefined,
  kind: Transform["kind"],
  isInverse: boolean,
): NDArray {
  const { n = null, axis = -1, norm, out } = readOptions(name, given, ["n", "axis", "norm", "out"]);
  return transform(x, { kind, isInverse, n, axis, norm, out });
}

/**
 * The discrete Fourier transform along one axis: complex64 for single precision, else complex128.
 *
 * Element k is the sum of `x[j] * exp(-2πi j k / n)`, in the order of `fftfreq`. Any length goes.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.fft.fft.html
 * @throws {ValueError} when there are no points, or `norm` is none of NumPy's three
 * @throws {IndexError} when there is no such axis
 * @example fft.fft([1, 2, 3, 4]) // [10+0j, -2+2j, -2+0j, -2-2j]
 */
export function fft(x: unknown, options?: FftOptions): NDArray {
  return along("fft", x, options, "complex", false);
}

/**
 * What `fft` undoes: the inverse transform, scaled by 1/n unless `norm` says otherwise.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.fft.ifft.html
 * @throws {ValueError} when there are no points, or `norm` is none of NumPy's three
 * @throws {IndexError} when there is no such axis
 * @example fft.ifft([10, { re: -2, im: 2 }, -2, { re: -2, im: -2 }]) // [1+0j, 2+0j, 3+0j, 4+0j]
 */
export function ifft(x: unknown, options?: FftOptions): NDArray {
  return along("ifft", x, options, "complex", true);
}

/**
 * The transform of real numbers: its first n // 2 + 1 elements, which the others mirror.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.fft.rfft.html
 * @throws {TypeError} when `x` is complex
 * @throws {ValueError} when there are no points, or `norm` is none of NumPy's three
 * @throws {IndexError} when there is no such axis
 * @example fft.rfft([1, 2, 3, 4]) // [10+0j, -2+2j, -2+0j]
 */
export function rfft(x: unknown, options?: FftOptions): NDArray {
  return along("rfft", x, options, "real", false);
}

/**
 * What `rfft` undoes: `n` real numbers, 2 * (m - 1) unless told, of the first m elements of a transform.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.fft.irfft.html
 * @throws {ValueError} when there are no points, or `norm` is none of NumPy's three
 * @throws {IndexError} when there is no such axis
 * @example fft.irfft([10, { re: -2, im: 2 }, -2]) // [1, 2, 3, 4]
 */
export function irfft(x: unknown, options?: FftOptions): NDArray {
  return along("irfft", x, options, "hermitian", true);
}

/**
 * The transform, real, of a signal whose second half mirrors its first: `n` numbers, 2 * (m - 1) unless told.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.fft.hfft.html
 * @throws {ValueError} when there are no points, or `norm` is none of NumPy's three
 * @throws {IndexError} when there is no such axis
 * @example fft.hfft([1, 2, 3]) // [8, -2, 0, -2]
 */
export function hfft(x: unknown, options?: FftOptions): NDArray {
  return along("hfft", conj(x), options, "hermitian", false);
}

/**
 * What `hfft` undoes: the first n // 2 + 1 elements of the inverse transform of real numbers.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.fft.ihfft.html
 * @throws {TypeError} when `x` is complex
 * @throws {ValueError} when there are no points, or `norm` is none of NumPy's three
 * @throws {IndexError} when there is no such axis
 * @example fft.ihfft([8, -2, 0, -2]) // [1+0j, 2+0j, 3+0j]
 */
export function ihfft(x: unknown, options?: FftOptions): NDArray {
  const result = along("ihfft", x, options, "real", true);
  return conj(result, { out: result });
}
