/**
 * Factors of matrices: triangular, orthogonal, singular values.
 *
 * Source: https://numpy.org/doc/stable/reference/routines.linalg.html#decompositions
 */
import type { NDArray } from "../../array/ndarray.ts";
import { LinAlgError, ValueError } from "../../errors.ts";
import { cholesky as choleskyReal, choleskyComplex } from "../../kernels/linalg/cholesky.ts";
import { formQ, reflect, transposed } from "../../kernels/linalg/householder.ts";
import { completeColumns, svdOfRows } from "../../kernels/linalg/jacobi.ts";
import { readOptions } from "../../options.ts";
import { type Matrices, at, made, mirrored, readMatrices, readSquare } from "./matrices.ts";

/**
 * The triangular L with `L @ L.mT.conj() = a`, of positive definite matrices; with `upper` its conjugate transpose.
 *
 * Only the lower triangle of `a` is read (with `upper` the upper one).
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.linalg.cholesky.html
 * @throws {LinAlgError} when a matrix is not square or not positive definite
 * @throws {TypeError} for float16
 * @example linalg.cholesky([[4, 2], [2, 5]]) // [[2, 0], [1, 2]]
 */
export function cholesky(a: unknown, options?: { readonly upper?: boolean | undefined }): NDArray {
  const { upper = false } = readOptions("cholesky", options, ["upper"]);
  const { stack, n, count, parts, dtype, data } = readSquare(a);
  const size = n * n * parts;
  for (let k = 0; k < count; k++) {
    const matrix = at(data, k, size);
    if (upper) matrix.set(adjoint(matrix, n, n, parts));
    if (!(parts === 1 ? choleskyReal(matrix, n) : choleskyComplex(matrix, n))) {
      throw new LinAlgError("Matrix is not positive definite");
    }
    if (upper) matrix.set(adjoint(matrix, n, n, parts));
  }
  return made([...stack, n, n], dtype, data);
}

/** The conjugate transpose of an m × n matrix. */
function adjoint(a: Float64Array, m: number, n: number, parts: 1 | 2): Float64Array {
  const out = transposed(a, m, n, parts);
  if (parts === 2) for (let i = 1; i < out.length; i += 2) out[i] = -out[i]!;
  return out;
}

export type QrMode = "reduced" | "complete" | "r" | "raw";

/**
 * Orthonormal columns Q and the triangular R with `Q @ R = a`: `{ Q, R }`.
 *
 * With k = min(m, n), "reduced" (the default) gives Q of shape (m, k), "complete" of (m, m). "r" gives R alone;
 * "raw" gives `{ h, tau }`, the reflections as LAPACK keeps them.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.linalg.qr.html
 * @throws {LinAlgError} when there are fewer than two axes
 * @throws {ValueError} for another mode
 * @throws {TypeError} for float16
 * @example linalg.qr([[3, 1], [4, 2]]).R // [[-5, -2.2], [0, 0.4]]
 */
export function qr(a: unknown, options: { readonly mode: "r" }): NDArray;
export function qr(a: unknown, options: { readonly mode: "raw" }): { h: NDArray; tau: NDArray };
export function qr(
  a: unknown,
  options?: { readonly mode?: "reduced" | "complete" | undefined },
): { Q: NDArray; R: NDArray };
export function qr(
  a: unknown,
  options?: { readonly mode?: QrMode | undefined },
): NDArray | { h: NDArray; tau: NDArray } | { Q: NDArray; R: NDArray } {
  const { mode = "reduced" } = readOptions("qr", options, ["mode"]);
  if (!["reduced", "complete", "r", "raw"].includes(mode))
    throw new ValueError(`Unrecognized mode '${mode}'`);
  const { stack, m, n, count, parts, dtype, data } = readMatrices(a);
  const least = Math.min(m, n);
  const width = mode === "complete" ? m : least;
  const qs = new Float64Array(count * m * width * parts);
  const rs = new Float64Array(count * width * n * parts);
  const hs = new Float64Array(data.length);
  const ts = new Float64Array(count * least * parts);
  for (let k = 0; k < count; k++) {
    const columns = transposed(at(data, k, m * n * parts), m, n, parts);
    const taus = reflect(columns, m, n, parts);
    if (mode === "raw") {
      hs.set(columns, k * columns.length);
      ts.set(parts === 2 ? taus : taus.filter((_, i) => i % 2 === 0), k * least * parts);
      continue;
    }
    if (mode !== "r")
      qs.set(
        transposed(formQ(columns, taus, m, width, parts), width, m, parts),
        k * m * width * parts,
      );
    for (let j = 0; j < n; j++) {
      for (let i = 0; i <= Math.min(j, width - 1); i++) {
        for (let p = 0; p < parts; p++)
          rs[((k * width + i) * n + j) * parts + p] = columns[(j * m + i) * parts + p]!;
      }
    }
  }
  if (mode === "raw")
    return { h: made([...stack, n, m], dtype, hs), tau: made([...stack, least], dtype, ts) };
  const R = made([...stack, width, n], dtype, rs);
  return mode === "r" ? R : { Q: made([...stack, m, width], dtype, qs), R };
}

export interface SvdOptions {
  /** Whether U and Vh are square. */
  readonly full_matrices?: boolean | undefined;
  /** Whether U and Vh are wanted at all. */
  readonly compute_uv?: boolean | undefined;
  /** The matrices equal their conjugate transposes. */
  readonly hermitian?: boolean | undefined;
}

/** U, S and Vh with `U * S @ Vh = a`. */
export interface SvdResult {
  readonly U: NDArray;
  readonly S: NDArray;
  readonly Vh: NDArray;
}

/**
 * Singular values S, from the largest on, with orthonormal U and Vh such that `U * S @ Vh = a`: `{ U, S, Vh }`.
 *
 * With `compute_uv: false` S alone. Without `full_matrices` U has shape (m, k) and Vh (k, n), k = min(m, n).
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.linalg.svd.html
 * @throws {LinAlgError} when there are fewer than two axes, or an element is not finite
 * @throws {TypeError} for float16
 * @example linalg.svd([[3, 0], [0, 4]]).S // [4, 3]
 */
export function svd(a: unknown, options: SvdOptions & { readonly compute_uv: false }): NDArray;
export function svd(a: unknown, options?: SvdOptions): SvdResult;
export function svd(a: unknown, options?: SvdOptions): SvdResult | NDArray {
  const {
    full_matrices = true,
    compute_uv = true,
    hermitian = false,
  } = readOptions("svd", options, ["full_matrices", "compute_uv", "hermitian"]);
  const x = hermitian ? mirrored(readSquare(a), "L") : readMatrices(a);
  const { stack, m, n, parts, dtype, real } = x;
  const k = Math.min(m, n);
  if (!compute_uv) return made([...stack, k], real, valuesAll(x));
  const { u, s, v } = svdAll(x, full_matrices);
  const S = made([...stack, k], real, s);
  const [left, right] = full_matrices ? [m, n] : [k, k];
  const columns = (data: Float64Array, height: number, width: number): Float64Array => {
    const out = new Float64Array(data.length);
    for (let i = 0; i < x.count; i++) {
      const size = height * width * parts;
      out.set(transposed(at(data, i, size), width, height, parts), i * size);
    }
    return out;
  };
  const rows = parts === 2 ? v.map((y, i) => (i % 2 === 1 ? -y : y)) : v;
  return {
    U: made([...stack, m, left], dtype, columns(u, m, left)),
    S,
    Vh: made([...stack, right, n], dtype, rows),
  };
}

/** Singular values and vectors, the vectors one after the other; as many as the matrix has rows or columns if `isFull`. */
export function svdAll(
  { data, m, n, count, parts }: Matrices,
  isFull: boolean,
): { u: Float64Array; s: Float64Array; v: Float64Array } {
  const k = Math.min(m, n);
  const [left, right] = isFull ? [m, n] : [k, k];
  const u = new Float64Array(count * left * m * parts);
  const s = new Float64Array(count * k);
  const v = new Float64Array(count * right * n * parts);
  for (let i = 0; i < count; i++) {
    const found = svdOfRows(at(data, i, m * n * parts), m, n, parts);
    if (found === null) throw new LinAlgError("SVD did not converge");
    const us = at(u, i, left * m * parts);
    const vs = at(v, i, right * n * parts);
    us.set(found.u);
    vs.set(found.v);
    completeColumns(us, m, left, k, parts);
    completeColumns(vs, n, right, k, parts);
    s.set(found.s, i * k);
  }
  return { u, s, v };
}

function valuesAll({ data, m, n, count, parts }: Matrices): Float64Array {
  const k = Math.min(m, n);
  const s = new Float64Array(count * k);
  for (let i = 0; i < count; i++) {
    const found = svdOfRows(at(data, i, m * n * parts), m, n, parts, false);
    if (found === null) throw new LinAlgError("SVD did not converge");
    s.set(found.s, i * k);
  }
  return s;
}

/**
 * Singular values alone, from the largest on.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.linalg.svdvals.html
 * @throws {LinAlgError} when there are fewer than two axes, or an element is not finite
 * @throws {TypeError} for float16
 * @example linalg.svdvals([[3, 0], [0, 4]]) // [4, 3]
 */
export function svdvals(a: unknown): NDArray {
  return svd(a, { compute_uv: false });
}
