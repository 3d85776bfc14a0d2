/**
 * Polynomials by their coefficients, the highest power first.
 *
 * Source: https://numpy.org/doc/stable/reference/routines.polynomials.poly1d.html
 */
import { getIndex, setIndex } from "../array/access.ts";
import { toArray } from "../array/convert.ts";
import { copyAs } from "../array/copy.ts";
import { outsideAxis } from "../array/indices.ts";
import { emptyArray, emptyLike, scope, zeroArray } from "../array/make.ts";
import type { NDArray } from "../array/ndarray.ts";
import { DEFAULT_INT, type DType, complex128, float16, float32, float64 } from "../dtype/dtype.ts";
import { promoteTypes } from "../dtype/promote.ts";
import { ValueError } from "../errors.ts";
import { keepOrder } from "../layout/layout.ts";
import { readOptions } from "../options.ts";
import { add, divide, multiply, subtract } from "../ufunc/arithmetic.ts";
import { convolve } from "./convolution.ts";
import { commonDType, cut, dense, elements, freeDense, padDims, together } from "./dense.ts";
import { asarray } from "./creation.ts";
import { concat } from "./joining.ts";
import { eigvals } from "./linalg/eigenvalues.ts";

/**
 * The value of the polynomial `p` at each `x`, by Horner's rule.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.polyval.html
 *
 * @example polyval([3, 0, 1], 5) // 76
 */
export function polyval(p: unknown, x: unknown): NDArray {
  const coefficients = padDims(toArray(p), 1);
  const at = toArray(x);
  return scope(() => {
    const n = coefficients.shape[0]!;
    const dtype = n === 0 ? at.dtype : promoteTypes(at.dtype, coefficients.dtype);
    let y: NDArray = emptyLike(keepOrder(at.shape, at.strides, dtype.itemsize), dtype);
    y.memory.bytes.fill(0, y.address, y.address + y.nbytes);
    for (let k = 0; k < n; k++) y = add(multiply(y, at), getIndex(coefficients, [k]));
    return y;
  });
}

/**
 * The sum of two polynomials. Source: numpy.polyadd
 *
 * @example polyadd([1, 2], [9, 5, 4]) // [9, 6, 6]
 */
export function polyadd(a1: unknown, a2: unknown): NDArray {
  return scope(() => add(...sameLength(a1, a2)));
}

/**
 * The difference of two polynomials. Source: numpy.polysub
 *
 * @example polysub([2, 10, -2], [3, 10, -4]) // [-1, 0, 2]
 */
export function polysub(a1: unknown, a2: unknown): NDArray {
  return scope(() => subtract(...sameLength(a1, a2)));
}

function sameLength(a1: unknown, a2: unknown): [NDArray, NDArray] {
  const given = together([a1, a2]).map((a) => padDims(a, 1));
  const n = Math.max(...given.map((a) => a.shape[0]!));
  const missing = (a: NDArray): number => n - a.shape[0]!;
  return given.map((a) =>
    missing(a) === 0 ? a : concat([zeroArray([missing(a)], a.dtype), a]),
  ) as [NDArray, NDArray]; // two are given
}

/**
 * The product of two polynomials. Source: numpy.polymul
 *
 * @throws {ValueError} when one has several axes
 * @example polymul([1, 2, 3], [9, 5, 1]) // [9, 23, 38, 17, 3]
 */
export function polymul(a1: unknown, a2: unknown): NDArray {
  const factors = together([a1, a2]).map((a) => padDims(a, 1));
  if (factors.some((a) => a.ndim > 1)) throw new ValueError("Polynomial must be 1d only.");
  return scope(() => {
    const [x, y] = factors.map((a) =>
      a.size === 0 ? zeroArray([1], a.dtype) : withoutLead(a, 0),
    ) as [NDArray, NDArray]; // two are given
    return convolve(x, y);
  });
}

/**
 * The quotient of two polynomials and what is left: a list of two arrays. Source: numpy.polydiv
 *
 * @throws {IndexError} when one has no coefficients
 * @example polydiv([3, 5, 2], [2, 1])[0] // [1.5, 1.75]
 */
export function polydiv(u: unknown, v: unknown): [NDArray, NDArray] {
  return scope(() => {
    const given = together([u, v]).map((a) => padDims(a, 1)) as [NDArray, NDArray]; // two are given
    for (const a of given) if (a.size === 0) throw outsideAxis(0, 0)(0);
    const [top, bottom] = given.map((a) => copyAs(a, floating(a.dtype), "C")) as [NDArray, NDArray];
    const dtype = commonDType([top, bottom]);
    const divisor = copyAs(bottom, dtype, "C");
    const rest = copyAs(top, dtype, "C");
    const [m, n] = [top.size, bottom.size];
    const quotient = zeroArray([Math.max(m - n + 1, 1)], dtype);
    const scale = divide(1, getIndex(bottom, [0])); // multiplied by, as NumPy does: the rest then rounds alike
    for (let k = 0; k <= m - n; k++) {
      const factor = multiply(scale, getIndex(rest, [k]));
      setIndex(quotient, [k], factor);
      const part = cut(rest, 0, k, n);
      subtract(part, multiply(divisor, factor), { out: part });
    }
    return [quotient, copyAs(withoutLead(rest, ROUNDING), dtype, "C")];
  });
}

/** What `allclose` lets pass for zero. */
const ROUNDING = 1e-8;

/** Without the leading coefficients that are zero, give or take `slack`; one stays. */
function withoutLead(a: NDArray, slack: number): NDArray {
  const { components } = a.dtype;
  const copy = dense(a);
  const data = elements(copy);
  let k = 0;
  const isZero = (at: number): boolean =>
    Math.hypot(Number(data[at]), components === 2 ? Number(data[at + 1]) : 0) <= slack;
  while (k < a.size - 1 && isZero(k * components)) k += 1;
  freeDense(copy, a);
  return cut(a, 0, k, a.size - k);
}

function floating(dtype: DType): DType {
  return dtype.kind === "f" || dtype.kind === "c" ? dtype : float64;
}

/**
 * The derivative of a polynomial, `m` times. Source: numpy.polyder
 *
 * @throws {ValueError} when `m` is negative
 * @example polyder([1, 1, 1, 1]) // [3, 2, 1]
 */
export function polyder(p: unknown, options: { readonly m?: number | undefined } = {}): NDArray {
  readOptions("polyder", options, ["m"]);
  const m = options.m ?? 1;
  if (m < 0) throw new ValueError("Order of derivative must be positive (see polyint)");
  return scope(() => {
    let y: NDArray = copyAs(padDims(toArray(p), 1), toArray(p).dtype, "C");
    for (let k = 0; k < m; k++) {
      const n = Math.max(0, y.shape[0]! - 1);
      y = multiply(cut(y, 0, 0, n), powers(n, DEFAULT_INT));
    }
    return y.base === null ? y : copyAs(y, y.dtype, "C");
  });
}

/** n, n - 1, … 1. */
function powers(n: number, dtype: DType): NDArray {
  return toArray(
    Array.from({ length: n }, (_, k) => n - k),
    dtype,
  );
}

export interface PolyintOptions {
  /** How many times; once unless told. */
  readonly m?: number | undefined;
  /** The constants of integration, first integral first; zeros unless told. */
  readonly k?: number | readonly number[] | null | undefined;
}

/**
 * An antiderivative of a polynomial, `m` times. Source: numpy.polyint
 *
 * @throws {ValueError} when `m` is negative, or there are too few constants
 * @example polyint([3, 2, 1]) // [1, 1, 1, 0]
 */
export function polyint(p: unknown, options: PolyintOptions = {}): NDArray {
  readOptions("polyint", options, ["m", "k"]);
  const m = options.m ?? 1;
  if (m < 0) throw new ValueError("Order of integral must be positive (see polyder)");
  const given =
    options.k === undefined || options.k === null
      ? [0]
      : typeof options.k === "number"
        ? [options.k]
        : options.k;
  const constants = given.length === 1 ? Array.from({ length: m }, () => given[0]!) : given;
  if (constants.length < m)
    throw new ValueError("k must be a scalar or a rank-1 array of length 1 or >m.");
  return scope(() => {
    let y: NDArray = copyAs(padDims(toArray(p), 1), toArray(p).dtype, "C");
    for (let i = 0; i < m; i++)
      y = concat([divide(y, powers(y.shape[0]!, float64)), [constants[i]!]]);
    return y;
  });
}

/**
 * The monic polynomial with the given roots, or with the eigenvalues of a square matrix. Source: numpy.poly
 *
 * Real where complex roots come in conjugate pairs. float64 for integers and half floats. 1 where there are no roots.
 *
 * @throws {ValueError} when there is neither a line nor a square
 * @example poly([1, 2]) // [1, -3, 2]
 */
export function poly(seq_of_zeros: unknown): NDArray {
  const given = padDims(toArray(seq_of_zeros), 1);
  const isSquare = given.ndim === 2 && given.shape[0] === given.shape[1] && given.size > 0;
  if (given.ndim !== 1 && !isSquare)
    throw new ValueError("input must be 1d or non-empty square 2d array.");
  if (given.size === 0) return asarray(1);
  return scope(() => {
    const roots = isSquare ? eigvals(given) : given;
    const dtype = roots.dtype === float16 ? float64 : floating(roots.dtype);
    let a: NDArray = toArray([1], dtype);
    for (let k = 0; k < roots.size; k++)
      a = convolve(
        a,
        concat([toArray([1], dtype), multiply(cut(roots, 0, k, 1), toArray(-1, dtype))]),
      );
    return dtype.kind === "c" && comeInPairs(roots) ? realPart(a) : a;
  });
}

function comeInPairs(roots: NDArray): boolean {
  const pairs = elements(copyAs(roots, complex128, "C")) as Float64Array; // floats in pairs
  const key = (k: number, sign: number): string =>
    `${pairs[2 * k]},${sign * pairs[2 * k + 1]! + 0}`;
  const all = Array.from({ length: roots.size }, (_, k) => k);
  const sorted = (sign: number): string =>
    all
      .map((k) => key(k, sign))
      .toSorted()
      .join(";");
  return sorted(1) === sorted(-1);
}

function realPart(a: NDArray): NDArray {
  const result = emptyArray(a.shape, a.dtype.alignment === 4 ? (float32 as DType) : float64);
  const pairs = elements(a) as Float64Array; // floats in pairs
  const values = elements(result) as Float64Array; // floats
  for (let k = 0; k < values.length; k++) values[k] = pairs[2 * k]!;
  return result;
}
