/**
 * Polynomials through points, and where polynomials are zero.
 *
 * Knows least squares and eigenvalues from the linalg room's functions.
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.polyfit.html
 */
import { toArray } from "../array/convert.ts";
import { copyAs } from "../array/copy.ts";
import { emptyArray, zeroArray } from "../array/make.ts";
import type { NDArray } from "../array/ndarray.ts";
import { type DType, float64 } from "../dtype/dtype.ts";
import { finfo } from "../dtype/limits.ts";
import { promoteTypes } from "../dtype/promote.ts";
import { ValueError } from "../errors.ts";
import { readOptions } from "../options.ts";
import { add, divide, multiply } from "../ufunc/arithmetic.ts";
import { sqrt } from "../ufunc/exponential.ts";
import { cut, dense, elements, expanded, freeDense, padDims, permuted } from "./dense.ts";
import { concat } from "./joining.ts";
import { eigvals } from "./linalg/eigenvalues.ts";
import { lstsq } from "./linalg/rank.ts";
import { inv } from "./linalg/solving.ts";
import { outer } from "./inner-products.ts";
import { matmul } from "./products.ts";
import { vander } from "./triangles.ts";

export interface PolyfitOptions {
  /** Singular values below this part of the largest count as zero. */
  readonly rcond?: number | null | undefined;
  /** Also residuals, rank, singular values and `rcond`. */
  readonly full?: boolean | undefined;
  /** How much each point counts. */
  readonly w?: unknown;
  /** Also the covariance matrix of the coefficients; "unscaled" takes the weights as they are. */
  readonly cov?: boolean | "unscaled" | undefined;
}

/**
 * The polynomial of degree `deg` that comes nearest to the points: `deg` + 1 coefficients, the highest power first.
 *
 * A matrix `y` has one fit for each column. With `full` or `cov`, a list.
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.polyfit.html
 *
 * @throws {TypeError} when shapes do not fit
 * @throws {ValueError} when `deg` is negative, or there are too few points for a covariance
 * @example polyfit([0, 1, 2], [1, 3, 5], 1).round(9) // [2, 1]
 */
export function polyfit(
  x: unknown,
  y: unknown,
  deg: number,
  options: PolyfitOptions & ({ readonly full: true } | { readonly cov: true | "unscaled" }),
): unknown[];
export function polyfit(x: unknown, y: unknown, deg: number, options?: PolyfitOptions): NDArray;
export function polyfit(
  x: unknown,
  y: unknown,
  deg: number,
  options: PolyfitOptions = {},
): NDArray | unknown[] {
  readOptions("polyfit", options, ["rcond", "full", "w", "cov"]);
  const places = floating(toArray(x));
  const values = floating(toArray(y));
  const order = deg + 1;
  checkPoints(places, values, deg);
  const weights =
    options.w === undefined || options.w === null ? null : floating(toArray(options.w));
  if (weights !== null && weights.ndim !== 1)
    throw new TypeError("expected a 1-d array for weights");
  if (weights !== null && weights.size !== places.size)
    throw new TypeError("expected w and y to have the same length");
  const rcond = options.rcond ?? places.size * finfo(places.dtype).eps;
  const weigh = (a: NDArray): NDArray =>
    weights === null ? a : multiply(a, a.ndim === 2 ? expanded(weights, 1) : weights);
  const powers = weigh(vander(places, { N: order }));
  const scale = sqrt(add.reduce(multiply(powers, powers), { axis: 0 }));
  const scaled = divide(powers, scale);
  const [solution, residuals, rank, singular] = lstsq(scaled, weigh(values), { rcond });
  const c = divide(solution, solution.ndim === 2 ? expanded(scale, 1) : scale);
  if (options.full === true) return [c, residuals, rank, singular, rcond];
  if (options.cov === undefined || options.cov === false) return c;
  const base = divide(inv(matmul(permuted(scaled, [1, 0]), scaled)), outer(scale, scale));
  if (options.cov === "unscaled") return [c, values.ndim === 1 ? base : expanded(base, 2)];
  if (places.size <= order)
    throw new ValueError(
      "the number of data points must exceed order to scale the covariance matrix",
    );
  const factor = divide(residuals, places.size - order);
  return [c, multiply(values.ndim === 1 ? base : expanded(base, 2), factor)];
}

function checkPoints(x: NDArray, y: NDArray, deg: number): void {
  if (deg < 0) throw new ValueError("expected deg >= 0");
  if (x.ndim !== 1) throw new TypeError("expected 1D vector for x");
  if (x.size === 0) throw new TypeError("expected non-empty vector for x");
  if (y.ndim < 1 || y.ndim > 2) throw new TypeError("expected 1D or 2D array for y");
  if (x.shape[0] !== y.shape[0]) throw new TypeError("expected x and y to have same length");
}

function floating(a: NDArray): NDArray {
  if (a.dtype.kind === "f" || a.dtype.kind === "c") return a;
  return copyAs(a, promoteTypes(a.dtype, float64), "C");
}

/**
 * Where the polynomial with coefficients `p` is zero, the highest power first: a 1-d array, complex where need be.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.roots.html
 *
 * @throws {ValueError} when `p` is not 1-d
 * @example sort(roots([1, 0, -4]).round(9)) // [-2, 2]
 */
export function roots(p: unknown): NDArray {
  const given = padDims(toArray(p), 1);
  if (given.ndim !== 1) throw new ValueError("Input must be a rank-1 array.");
  const places = nonzeroPlaces(given);
  if (places.length === 0) return emptyArray([0], float64);
  const [first, last] = [places[0]!, places.at(-1)!];
  const a = floating(cut(given, 0, first, last - first + 1));
  const zeros = given.size - last - 1;
  const found = a.size > 1 ? eigvals(companion(a)) : emptyArray([0], float64 as DType);
  return zeros === 0 ? found : concat([found, zeroArray([zeros], found.dtype)]);
}

function nonzeroPlaces(a: NDArray): number[] {
  const copy = dense(a);
  const data = elements(copy);
  const { components } = a.dtype;
  const places = Array.from({ length: a.size }, (_, k) => k).filter((k) => {
    for (let c = 0; c < components; c++) if (Number(data[k * components + c]) !== 0) return true;
    return false;
  });
  freeDense(copy, a);
  return places;
}

/** The matrix whose eigenvalues are the roots: the other coefficients, negated, over ones below the diagonal. */
function companion(a: NDArray): NDArray {
  const n = a.size - 1;
  const matrix = zeroArray([n, n], a.dtype);
  const row = permuted(cut(matrix, 0, 0, 1), [1, 0]);
  const negated = divide(expanded(cut(a, 0, 1, n), 1), cut(a, 0, 0, 1));
  multiply(negated, -1, { out: row });
  const data = elements(matrix) as Float64Array; // floats, alone or in pairs
  for (let k = 1; k < n; k++) data[(k * n + k - 1) * a.dtype.components] = 1;
  return matrix;
}
