/**
 * The sizes of vectors and matrices.
 *
 * Source: https://numpy.org/doc/stable/reference/routines.linalg.html#norms-and-other-numbers
 */
import { toArray } from "../../array/convert.ts";
import { emptyArray, viewStrided } from "../../array/make.ts";
import type { NDArray } from "../../array/ndarray.ts";
import { type DType, complex64, complex128, float16, float32, float64 } from "../../dtype/dtype.ts";
import { AxisError, ValueError } from "../../errors.ts";
import { copyElements } from "../../kernels/copy.ts";
import { normalizeAxis } from "../../layout/axis.ts";
import { readOptions } from "../../options.ts";
import { abs, add, power, square } from "../../ufunc/arithmetic.ts";
import { maximum, minimum, not_equal } from "../../ufunc/comparison.ts";
import { sqrt } from "../../ufunc/exponential.ts";
import { expanded, permuted } from "../dense.ts";
import { plainProduct } from "../plain-products.ts";
import { ravel } from "../reshape.ts";
import { svdvals } from "./decompositions.ts";

/** A number, or NumPy's names for the matrix norms that have none. */
export type NormOrder = number | "fro" | "nuc";

export interface NormOptions {
  readonly ord?: NormOrder | null | undefined;
  readonly axis?: number | readonly number[] | null | undefined;
  readonly keepdims?: boolean | undefined;
}

/**
 * The norm of a vector or a matrix, or of those along `axis`: one axis for vectors, two for matrices.
 *
 * Without `ord` and `axis` the Euclidean length of all elements. For vectors `ord` is any number; for matrices 1, -1,
 * Infinity, -Infinity, 2, -2, "fro" or "nuc".
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.linalg.norm.html
 * @throws {ValueError} when there is no such norm, or axes are too many or the same
 * @throws {AxisError} when there is no such axis
 * @example linalg.norm([3, 4]) // 5
 */
export function norm(x: unknown, options?: NormOptions): NDArray {
  const {
    ord = null,
    axis = null,
    keepdims = false,
  } = readOptions("norm", options, ["ord", "axis", "keepdims"]);
  const a = asFloats(toArray(x));
  if (
    axis === null &&
    (ord === null || (ord === 2 && a.ndim === 1) || (ord === "fro" && a.ndim === 2))
  ) {
    return restored(euclidean(ravel(a)), [...a.shape.keys()], keepdims);
  }
  const given = typeof axis === "number" ? [axis] : (axis ?? [...a.shape.keys()]);
  if (given.length !== 1 && given.length !== 2)
    throw new ValueError("Improper number of dimensions to norm.");
  const axes = given.map((k) => normalizeAxis(k, a.ndim));
  if (axes.length === 1) return restored(vectorNorm(a, ord ?? 2, axes[0]!), axes, keepdims);
  if (axes[0] === axes[1]) throw new ValueError("Duplicate axes given.");
  return restored(matrixNorm(withAxesLast(a, axes), ord ?? "fro"), axes, keepdims);
}

/**
 * The norm of the vectors along `axis`: all elements as one vector where it is null, several axes as one.
 *
 * `ord` is any number, 2 unless told.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.linalg.vector_norm.html
 * @throws {ValueError} when `ord` is no number
 * @throws {AxisError} when there is no such axis
 * @example linalg.vector_norm([[3, 4], [6, 8]], { axis: 1 }) // [5, 10]
 */
export function vector_norm(x: unknown, options?: NormOptions): NDArray {
  const {
    ord = 2,
    axis = null,
    keepdims = false,
  } = readOptions("vector_norm", options, ["ord", "axis", "keepdims"]);
  const a = asFloats(toArray(x));
  const axes = (typeof axis === "number" ? [axis] : (axis ?? [...a.shape.keys()])).map((k) =>
    normalizeAxis(k, a.ndim),
  );
  const last = withAxesLast(a, axes);
  const flat = emptyArray(
    [...last.shape.slice(0, a.ndim - axes.length), axes.reduce((n, k) => n * a.shape[k]!, 1)],
    a.dtype,
  );
  copyElements(last, viewLike(flat, last), last.shape);
  return restored(vectorNorm(flat, ord ?? 2, flat.ndim - 1), axes, keepdims);
}

/**
 * The norm of the matrices in the last two axes; `ord` as for `norm`, "fro" unless told.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.linalg.matrix_norm.html
 * @throws {ValueError} when there is no such norm
 * @throws {AxisError} when there are fewer than two axes
 * @example linalg.matrix_norm([[1, 2], [2, 4]]) // 5
 */
export function matrix_norm(x: unknown, options?: Omit<NormOptions, "axis">): NDArray {
  const { ord = "fro", keepdims = false } = readOptions("matrix_norm", options, [
    "ord",
    "keepdims",
  ]);
  const a = asFloats(toArray(x));
  if (a.ndim < 2) throw new AxisError(-2, a.ndim);
  return restored(matrixNorm(a, ord ?? "fro"), [a.ndim - 2, a.ndim - 1], keepdims);
}

const INEXACT: readonly DType[] = [float16, float32, float64, complex64, complex128];

function asFloats(a: NDArray): NDArray {
  return INEXACT.includes(a.dtype) ? a : toArray(a, float64);
}

/** The length of one vector: for doubles and singles without an array of squares. */
function euclidean(line: NDArray): NDArray {
  const product =
    line.dtype === float64 || line.dtype === float32 ? plainProduct(line, line) : null;
  return product === null ? vectorNorm(line, 2, 0) : sqrt(product, { out: product });
}

function vectorNorm(a: NDArray, ord: NormOrder, axis: number): NDArray {
  if (typeof ord !== "number") throw new ValueError(`Invalid norm order '${ord}' for vectors`);
  const sizes = abs(a);
  if (ord === Infinity) return maximum.reduce(sizes, { axis, initial: 0 });
  if (ord === -Infinity) return minimum.reduce(sizes, { axis });
  if (ord === 0) return add.reduce(toArray(not_equal(a, 0), sizes.dtype), { axis });
  if (ord === 1) return add.reduce(sizes, { axis });
  if (ord === 2) return sqrt(add.reduce(square(sizes), { axis }));
  return power(add.reduce(power(sizes, ord), { axis }), 1 / ord);
}

/** Of the matrices in the last two axes. */
function matrixNorm(a: NDArray, ord: NormOrder): NDArray {
  const rows = -2;
  switch (ord) {
    case 2:
      return maximum.reduce(svdvals(a), { axis: -1, initial: 0 });
    case -2:
      return minimum.reduce(svdvals(a), { axis: -1 });
    case "nuc":
      return add.reduce(svdvals(a), { axis: -1 });
    case 1:
      return maximum.reduce(add.reduce(abs(a), { axis: rows }), { axis: -1, initial: 0 });
    case -1:
      return minimum.reduce(add.reduce(abs(a), { axis: rows }), { axis: -1 });
    case Infinity:
      return maximum.reduce(add.reduce(abs(a), { axis: -1 }), { axis: -1, initial: 0 });
    case -Infinity:
      return minimum.reduce(add.reduce(abs(a), { axis: -1 }), { axis: -1 });
    case "fro":
      return sqrt(add.reduce(square(abs(a)), { axis: [a.ndim - 2, a.ndim - 1] }));
    default:
      throw new ValueError("Invalid norm order for matrices.");
  }
}

/** A view with `axes` moved to the end, in their order. */
function withAxesLast(a: NDArray, axes: readonly number[]): NDArray {
  return permuted(a, [...[...a.shape.keys()].filter((k) => !axes.includes(k)), ...axes]);
}

/** `flat`, whose last axis stands for several, in the shape of `like`. */
function viewLike(flat: NDArray, like: NDArray): NDArray {
  const strides: number[] = [];
  let step = flat.itemsize;
  for (let k = like.ndim - 1; k >= 0; k--) {
    strides.unshift(step);
    step *= Math.max(like.shape[k]!, 1);
  }
  return viewStrided(flat, like.shape, strides);
}

/** The norms, with `axes` put back as axes of length 1 if they are kept. */
function restored(norms: NDArray, axes: readonly number[], keepdims: boolean): NDArray {
  if (!keepdims) return norms;
  return [...axes].sort((i, j) => i - j).reduce((view, axis) => expanded(view, axis), norms);
}
