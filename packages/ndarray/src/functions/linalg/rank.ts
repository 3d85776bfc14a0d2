/**
 * What singular values tell: rank, condition, and the solutions of equations that have none or many.
 *
 * Source: https://numpy.org/doc/stable/reference/routines.linalg.html
 */
import { toArray } from "../../array/convert.ts";
import { emptyArray, zeroArray } from "../../array/make.ts";
import type { NDArray } from "../../array/ndarray.ts";
import { DEFAULT_INT } from "../../dtype/dtype.ts";
import { finfo } from "../../dtype/limits.ts";
import { LinAlgError, ValueError } from "../../errors.ts";
import { readOptions } from "../../options.ts";
import { doubles, expanded, putElements } from "../dense.ts";
import { any } from "../reductions.ts";
import { type SvdOptions, svd, svdAll } from "./decompositions.ts";
import {
  type Matrices,
  asMatrices,
  at,
  atLeastMatrix,
  linalgDType,
  made,
  readMatrices,
  realOf,
} from "./matrices.ts";
import { matrix_norm, type NormOrder } from "./norms.ts";
import { inv } from "./solving.ts";

type Tolerance = number | NDArray | readonly number[] | null | undefined;

export interface RankOptions {
  /** Singular values up to this count as zero. */
  readonly tol?: Tolerance;
  /** The same as a part of the largest one; the larger length times the machine epsilon unless told. */
  readonly rtol?: Tolerance;
  readonly hermitian?: boolean | undefined;
}

/**
 * How many singular values are not zero: the default integer, one for each matrix.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.linalg.matrix_rank.html
 * @throws {LinAlgError} when an element is not finite
 * @throws {TypeError} for float16
 * @example linalg.matrix_rank([[1, 2], [2, 4]]) // 1
 */
export function matrix_rank(a: unknown, options?: RankOptions): NDArray {
  const {
    tol = null,
    rtol = null,
    hermitian = false,
  } = readOptions("matrix_rank", options, ["tol", "rtol", "hermitian"]);
  if (tol !== null && rtol !== null) throw new ValueError("`tol` and `rtol` can't be both set.");
  const x = toArray(a);
  if (x.ndim < 2) return counts([], [Number(any(x))]);
  const [m, n] = [x.shape.at(-2)!, x.shape.at(-1)!];
  const s = values(x, hermitian);
  const relative = perMatrix(rtol ?? Math.max(m, n) * finfo(realOf(linalgDType(x))).eps, s.length);
  const absolute = tol === null ? null : perMatrix(tol, s.length);
  const limits = s.map((row, i) => absolute?.[i] ?? relative[i]! * Math.max(0, ...row));
  return counts(
    x.shape.slice(0, -2),
    s.map((row, i) => row.filter((y) => y > limits[i]!).length),
  );
}

/** Singular values, matrix by matrix. */
function values(x: NDArray, hermitian: boolean): number[][] {
  const s = svd(x, { compute_uv: false, hermitian });
  const flat = doubles(s);
  const k = s.shape.at(-1)!;
  const count = s.shape.slice(0, -1).reduce((size, length) => size * length, 1);
  return Array.from({ length: count }, (_, i) => [...flat.subarray(i * k, (i + 1) * k)]);
}

/** A tolerance for each of `count` matrices. */
function perMatrix(tolerance: Exclude<Tolerance, null | undefined>, count: number): number[] {
  const given = doubles(toArray(tolerance));
  return Array.from({ length: count }, (_, i) => given[given.length === 1 ? 0 : i]!);
}

function counts(shape: readonly number[], ranks: readonly number[]): NDArray {
  const result = emptyArray(shape, DEFAULT_INT);
  putElements(result, ranks);
  return result;
}

/**
 * The condition number: how much equations with this matrix magnify errors; infinite where it is singular.
 *
 * `p` is a matrix norm as for `norm`; without it the ratio of the largest singular value to the smallest.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.linalg.cond.html
 * @throws {LinAlgError} when the matrix is empty, or not square where `p` asks for an inverse
 * @throws {ValueError} when there is no such norm
 * @example linalg.cond([[1, 0], [0, 4]]) // 4
 */
export function cond(a: unknown, options?: { readonly p?: NormOrder | null | undefined }): NDArray {
  const { p = null } = readOptions("cond", options, ["p"]);
  const x = atLeastMatrix(a);
  if (x.shape.at(-1) === 0 || x.shape.at(-2) === 0)
    throw new LinAlgError("cond is not defined on empty arrays");
  const stack = x.shape.slice(0, -2);
  const dtype = realOf(linalgDType(x));
  if (p === null || p === 2 || p === -2) {
    const ratios = values(x, false).map((s) => (p === -2 ? s.at(-1)! / s[0]! : s[0]! / s.at(-1)!));
    return made(
      stack,
      dtype,
      ratios.map((r) => (Number.isNaN(r) ? Infinity : r)),
    );
  }
  const whole = asMatrices(x, linalgDType(x));
  const norms = doubles(matrix_norm(x, { ord: p }));
  const size = whole.m * whole.n * whole.parts;
  const ratios = Array.from({ length: whole.count }, (_, k) => {
    const inverse = inverseOrNull(made([whole.m, whole.n], whole.dtype, at(whole.data, k, size)));
    return inverse === null ? Infinity : norms[k]! * doubles(matrix_norm(inverse, { ord: p }))[0]!;
  });
  return made(stack, dtype, ratios);
}

function inverseOrNull(a: NDArray): NDArray | null {
  try {
    return inv(a);
  } catch (error) {
    if (error instanceof LinAlgError && error.message === "Singular matrix") return null;
    throw error;
  }
}

export interface PinvOptions {
  /** Singular values up to this part of the largest one count as zero; 1e-15 unless told. */
  readonly rcond?: Tolerance;
  /** The same; null stands for the larger length times the machine epsilon. */
  readonly rtol?: Tolerance;
  readonly hermitian?: SvdOptions["hermitian"];
}

/**
 * The Moore-Penrose inverses of matrices of any shape.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.linalg.pinv.html
 * @throws {LinAlgError} when there are fewer than two axes, or an element is not finite
 * @throws {TypeError} for float16
 * @example linalg.pinv([[1], [1]]) // [[0.5, 0.5]]
 */
export function pinv(a: unknown, options?: PinvOptions): NDArray {
  const { rcond = null, rtol } = readOptions("pinv", options, ["rcond", "rtol", "hermitian"]);
  if (rcond !== null && rtol !== undefined)
    throw new ValueError("`rtol` and `rcond` can't be both set.");
  const given = toArray(a);
  const [rows, columns] = given.shape.slice(-2);
  if (given.ndim > 1 && (rows === 0 || columns === 0))
    return emptyArray([...given.shape.slice(0, -2), columns!, rows!], given.dtype); // of nothing, in any dtype
  const x = readMatrices(given);
  const { stack, m, n, count, parts, dtype } = x;
  const fallback = rtol === null ? Math.max(m, n) * finfo(x.real).eps : 1e-15;
  const cut = perMatrix(rcond ?? rtol ?? fallback, count);
  const { u, s, v } = svdAll(x, false);
  const k = Math.min(m, n);
  const out = new Float64Array(count * n * m * parts);
  for (let i = 0; i < count; i++) {
    const sizes = at(s, i, k);
    const result = at(out, i, n * m * parts);
    const limit = cut[i]! * (sizes[0] ?? 0);
    for (let r = 0; r < k; r++) {
      if (sizes[r]! > limit)
        addOuter(
          result,
          at(v, i, k * n * parts),
          r * n,
          at(u, i, k * m * parts),
          r * m,
          n,
          m,
          1 / sizes[r]!,
          parts,
        );
    }
  }
  return made([...stack, n, m], dtype, out);
}

/** Adds x yᴴ times `factor` to an n × m matrix; x and y begin at those elements. */
function addOuter(
  out: Float64Array,
  x: Float64Array,
  xs: number,
  y: Float64Array,
  ys: number,
  n: number,
  m: number,
  factor: number,
  parts: 1 | 2,
): void {
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < m; j++) {
      const o = (i * m + j) * parts;
      const p = (xs + i) * parts;
      const q = (ys + j) * parts;
      if (parts === 1) {
        out[o] = out[o]! + factor * x[p]! * y[q]!;
      } else {
        out[o] = out[o]! + factor * (x[p]! * y[q]! + x[p + 1]! * y[q + 1]!);
        out[o + 1] = out[o + 1]! + factor * (x[p + 1]! * y[q]! - x[p]! * y[q + 1]!);
      }
    }
  }
}

/**
 * The x for which `a @ x` comes nearest to `b`: `[x, residuals, rank, s]`.
 *
 * Among several the shortest. `residuals` are sums of squares for each column of `b`, and empty where the rank is less
 * than the columns of `a` or rows are no more than those; `s` holds the singular values of `a`.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.linalg.lstsq.html
 * @throws {LinAlgError} when shapes do not fit, or an element is not finite
 * @throws {TypeError} for float16
 * @example linalg.lstsq([[1], [1]], [1, 3])[0] // [2]
 */
export function lstsq(
  a: unknown,
  b: unknown,
  options?: { readonly rcond?: number | null | undefined },
): [x: NDArray, residuals: NDArray, rank: number, s: NDArray] {
  const { rcond = null } = readOptions("lstsq", options, ["rcond"]);
  const left = toArray(a);
  const given = toArray(b);
  const isVector = given.ndim === 1;
  const right = isVector ? expanded(given, 1) : given;
  for (const x of [left, right]) {
    if (x.ndim !== 2)
      throw new LinAlgError(`${x.ndim}-dimensional array given. Array must be two-dimensional`);
  }
  if (left.shape[0] !== right.shape[0]) throw new LinAlgError("Incompatible dimensions");
  const dtype = linalgDType(left, given);
  const [A, B] = [asMatrices(left, dtype), asMatrices(right, dtype)];
  const epsilon = finfo(A.real).eps;
  const cut = rcond === null ? epsilon * Math.max(A.m, A.n) : rcond < 0 ? epsilon : rcond;
  const { u, s, v } = decomposed(A);
  const rank = s.filter((y) => y > cut * s[0]!).length;
  const x = combined(A, B, u, s, v, rank);
  const isOver = rank === A.n && A.m > A.n;
  const residuals = isOver ? misfits(A, B, x) : new Float64Array(0);
  return [
    made(isVector ? [A.n] : [A.n, B.n], dtype, x),
    residuals.length === 0 ? zeroArray([0], A.real) : made([B.n], A.real, residuals),
    rank,
    made([s.length], A.real, s),
  ];
}

function decomposed(a: Matrices): { u: Float64Array; s: Float64Array; v: Float64Array } {
  try {
    return svdAll({ ...a, data: a.data.slice() }, false);
  } catch (error) {
    if (!(error instanceof LinAlgError)) throw error;
    throw new LinAlgError("SVD did not converge in Linear Least Squares");
  }
}

/** V S⁻¹ Uᴴ B, with the first `rank` singular values. */
function combined(
  a: Matrices,
  b: Matrices,
  u: Float64Array,
  s: Float64Array,
  v: Float64Array,
  rank: number,
): Float64Array {
  const { parts } = a;
  const x = new Float64Array(a.n * b.n * parts);
  const inverse = new Float64Array(a.n * a.m * parts);
  for (let r = 0; r < rank; r++)
    addOuter(inverse, v, r * a.n, u, r * a.m, a.n, a.m, 1 / s[r]!, parts);
  addProduct(x, inverse, b.data, a.n, a.m, b.n, parts);
  return x;
}

/** Sums of squares of the columns of A X - B. */
function misfits(a: Matrices, b: Matrices, x: Float64Array): Float64Array {
  const rest = b.data.map((y) => -y);
  addProduct(rest, a.data, x, a.m, a.n, b.n, a.parts);
  const sums = new Float64Array(b.n);
  rest.forEach((y, i) => {
    const column = Math.floor(i / a.parts) % b.n;
    sums[column] = sums[column]! + y * y;
  });
  return sums;
}

/** Adds the product of an m × k and a k × n matrix to `out`. */
function addProduct(
  out: Float64Array,
  a: Float64Array,
  b: Float64Array,
  m: number,
  k: number,
  n: number,
  parts: 1 | 2,
): void {
  for (let i = 0; i < m; i++) {
    for (let l = 0; l < k; l++) {
      const p = (i * k + l) * parts;
      for (let j = 0; j < n; j++) {
        const q = (l * n + j) * parts;
        const o = (i * n + j) * parts;
        if (parts === 1) {
          out[o] = out[o]! + a[p]! * b[q]!;
        } else {
          out[o] = out[o]! + (a[p]! * b[q]! - a[p + 1]! * b[q + 1]!);
          out[o + 1] = out[o + 1]! + (a[p]! * b[q + 1]! + a[p + 1]! * b[q]!);
        }
      }
    }
  }
}
