/**
 * Parts of complex numbers, and questions about them.
 *
 * Source: https://numpy.org/doc/stable/reference/routines.math.html#handling-complex-numbers
 */
import { toArray } from "../array/convert.ts";
import { zeroArray } from "../array/make.ts";
import type { NDArray } from "../array/ndarray.ts";
import { imaginaryPart, realPart } from "../array/views.ts";
import { bool } from "../dtype/dtype.ts";
import { finfo } from "../dtype/limits.ts";
import { uncounted } from "../memory/counter.ts";
import { readOptions } from "../options.ts";
import { absolute, multiply } from "../ufunc/arithmetic.ts";
import { equal, less, not_equal } from "../ufunc/comparison.ts";
import { arctan2 } from "../ufunc/trigonometric.ts";
import { all } from "./reductions.ts";

/**
 * The real parts: a view of a complex array, a real one as it is.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.real.html
 * @example real([{ re: 1, im: 2 }]).tolist() // [1]
 */
export function real(x: unknown): NDArray {
  const a = toArray(x);
  return a.dtype.kind === "c" ? realPart(a) : a;
}

/**
 * The imaginary parts: a view of a complex array, zeros for a real one.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.imag.html
 * @example imag([{ re: 1, im: 2 }]).tolist() // [2]
 */
export function imag(x: unknown): NDArray {
  return imaginaryPart(toArray(x));
}

/**
 * The angle of complex numbers in radians, from -pi to pi; in degrees with `deg`.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.angle.html
 * @example angle([{ re: 0, im: 1 }], { deg: true }).tolist() // [90]
 */
export function angle(x: unknown, options?: { readonly deg?: boolean | undefined }): NDArray {
  const { deg } = readOptions("angle", options, ["deg"]);
  const a = toArray(x);
  const radians = a.dtype.kind === "c" ? arctan2(imaginaryPart(a), realPart(a)) : arctan2(0, a);
  return deg === true
    ? uncounted(() => multiply(radians, 180 / Math.PI, { out: radians }))
    : radians;
}

/**
 * Where the imaginary part is 0.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.isreal.html
 * @example isreal([{ re: 1, im: 2 }, 3]).tolist() // [false, true]
 */
export function isreal(x: unknown): NDArray {
  return equal(imag(x), 0);
}

/**
 * Where the imaginary part is not 0.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.iscomplex.html
 * @example iscomplex([{ re: 1, im: 2 }, 3]).tolist() // [true, false]
 */
export function iscomplex(x: unknown): NDArray {
  const a = toArray(x);
  return a.dtype.kind === "c" ? not_equal(imaginaryPart(a), 0) : zeroArray(a.shape, bool);
}

/**
 * Whether the dtype is not complex.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.isrealobj.html
 * @example isrealobj([1, 2]) // true
 */
export function isrealobj(x: unknown): boolean {
  return toArray(x).dtype.kind !== "c";
}

/**
 * Whether the dtype is complex.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.iscomplexobj.html
 * @example iscomplexobj([1, 2]) // false
 */
export function iscomplexobj(x: unknown): boolean {
  return !isrealobj(x);
}

/**
 * The real parts, if every imaginary part is within `tol` machine epsilons of 0; else the array as it is.
 *
 * A `tol` of at most 1 is the distance itself.
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.real_if_close.html
 * @example real_if_close([{ re: 1, im: 1e-16 }]).tolist() // [1]
 */
export function real_if_close(
  x: unknown,
  options?: { readonly tol?: number | undefined },
): NDArray {
  const { tol = 100 } = readOptions("real_if_close", options, ["tol"]);
  const a: NDArray = toArray(x);
  if (a.dtype.kind !== "c") return a;
  const most = tol > 1 ? tol * finfo(a.dtype).eps : tol;
  return all(less(absolute(imaginaryPart(a)), most)) ? realPart(a) : a;
}
