/**
 * Eigenvalues and eigenvectors.
 *
 * Source: https://numpy.org/doc/stable/reference/routines.linalg.html#matrix-eigenvalues
 */
import type { NDArray } from "../../array/ndarray.ts";
import { type DType, complex128, complex64, float32 } from "../../dtype/dtype.ts";
import { LinAlgError, ValueError } from "../../errors.ts";
import { eigenComplex, eigenReal } from "../../kernels/linalg/eigen.ts";
import { transposed } from "../../kernels/linalg/householder.ts";
import { eigenSymmetric } from "../../kernels/linalg/symmetric.ts";
import { readOptions } from "../../options.ts";
import { at, made, mirrored, readSquare } from "./matrices.ts";

/** Eigenvalues, and eigenvectors as columns: `eigenvectors[..., :, k]` belongs to `eigenvalues[..., k]`. */
export interface EigResult {
  readonly eigenvalues: NDArray;
  readonly eigenvectors: NDArray;
}

export interface EighOptions {
  /** Which triangle is read: "L" or "U". */
  readonly UPLO?: "L" | "U" | "l" | "u" | undefined;
}

/**
 * Eigenvalues, rising, and orthonormal eigenvectors of symmetric or Hermitian matrices: `{ eigenvalues, eigenvectors }`.
 *
 * One triangle is read, the lower one unless told. A vector's sign, or phase, is anybody's choice.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.linalg.eigh.html
 * @throws {LinAlgError} when a matrix is not square
 * @throws {ValueError} when `UPLO` is neither "L" nor "U"
 * @throws {TypeError} for float16
 * @example linalg.eigh([[2, 1], [1, 2]]).eigenvalues // [1, 3]
 */
export function eigh(a: unknown, options?: EighOptions): EigResult {
  const { UPLO = "L" } = readOptions("eigh", options, ["UPLO"]);
  const side = UPLO.toUpperCase();
  if (side !== "L" && side !== "U") throw new ValueError("UPLO argument must be 'L' or 'U'");
  const { stack, n, count, parts, dtype, real, data } = mirrored(readSquare(a), side);
  const values = new Float64Array(count * n);
  const size = n * n * parts;
  for (let k = 0; k < count; k++) {
    const matrix = at(data, k, size);
    const unit = tame(matrix);
    const found = eigenSymmetric(matrix, n, parts);
    if (found === null) throw new LinAlgError("Eigenvalues did not converge");
    values.set(
      found.values.map((x) => x * unit),
      k * n,
    );
    matrix.set(transposed(found.vectors, n, n, parts));
  }
  return {
    eigenvalues: made([...stack, n], real, values),
    eigenvectors: made([...stack, n, n], dtype, data),
  };
}

/**
 * The eigenvalues of symmetric or Hermitian matrices alone, rising.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.linalg.eigvalsh.html
 * @throws {LinAlgError} when a matrix is not square
 * @throws {ValueError} when `UPLO` is neither "L" nor "U"
 * @throws {TypeError} for float16
 * @example linalg.eigvalsh([[2, 1], [1, 2]]) // [1, 3]
 */
export function eigvalsh(a: unknown, options?: EighOptions): NDArray {
  return eigh(a, options).eigenvalues;
}

/**
 * Eigenvalues and eigenvectors of square matrices: `{ eigenvalues, eigenvectors }`, vectors of length 1 as columns.
 *
 * Both are real where the matrices are and every eigenvalue is. The order is no particular one.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.linalg.eig.html
 * @throws {LinAlgError} when a matrix is not square, an element is not finite, or the values do not converge
 * @throws {TypeError} for float16
 * @example linalg.eig([[0, 1], [-1, 0]]).eigenvalues // [0+1j, 0-1j]
 */
export function eig(a: unknown): EigResult {
  const { stack, n, count, parts, dtype, data } = readSquare(a);
  if (!data.every(Number.isFinite)) throw new LinAlgError("Array must not contain infs or NaNs");
  const values = new Float64Array(2 * count * n);
  const vectors = new Float64Array(2 * count * n * n);
  for (let k = 0; k < count; k++) {
    const matrix = at(data, k, n * n * parts);
    const unit = tame(matrix);
    const found = parts === 1 ? eigenReal(matrix, n) : eigenComplex(matrix, n);
    if (found === null) throw new LinAlgError("Eigenvalues did not converge");
    values.set(
      found.values.map((x) => x * unit),
      2 * k * n,
    );
    vectors.set(transposed(found.vectors, n, n, 2), 2 * k * n * n);
  }
  const isReal = parts === 1 && values.every((x, i) => i % 2 === 0 || x === 0);
  const fit = (x: Float64Array): Float64Array => (isReal ? x.filter((_, i) => i % 2 === 0) : x);
  const type = isReal ? dtype : complexOf(dtype);
  return {
    eigenvalues: made([...stack, n], type, fit(values)),
    eigenvectors: made([...stack, n, n], type, fit(vectors)),
  };
}

/** Divides by a power of two where squares would be too large or too small to hold; returns it. */
function tame(matrix: Float64Array): number {
  const most = matrix.reduce((size, x) => Math.max(size, Math.abs(x)), 0);
  if (most === 0 || !Number.isFinite(most) || (most > 1e-138 && most < 1e138)) return 1; // LAPACK's limits
  const unit = 2 ** Math.floor(Math.log2(most));
  for (let i = 0; i < matrix.length; i++) matrix[i] = matrix[i]! / unit;
  return unit;
}

function complexOf(dtype: DType): DType {
  return dtype === float32 || dtype === complex64 ? complex64 : complex128;
}

/**
 * The eigenvalues of square matrices alone.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.linalg.eigvals.html
 * @throws {LinAlgError} when a matrix is not square, an element is not finite, or the values do not converge
 * @throws {TypeError} for float16
 * @example linalg.eigvals([[2, 0], [0, 3]]) // [2, 3]
 */
export function eigvals(a: unknown): NDArray {
  return eig(a).eigenvalues;
}
