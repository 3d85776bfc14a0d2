/**
 * Linear equations, inverses and determinants.
 *
 * Source: https://numpy.org/doc/stable/reference/routines.linalg.html#solving-equations-and-inverting-matrices
 */
import { toArray } from "../../array/convert.ts";
import type { NDArray } from "../../array/ndarray.ts";
import { LinAlgError, ValueError } from "../../errors.ts";
import {
  factorizeComplex,
  phaseAndLog,
  solveFactoredComplex,
} from "../../kernels/linalg/lu-complex.ts";
import { determinant, factorize, signAndLog, solveFactored } from "../../kernels/linalg/lu.ts";
import { broadcastShapes } from "../../layout/broadcast.ts";
import { sizeOf } from "../../layout/layout.ts";
import { expanded } from "../dense.ts";
import { reshape } from "../reshape.ts";
import {
  type Matrices,
  asMatrices,
  at,
  atLeastMatrix,
  checkSquare,
  linalgDType,
  made,
  readSquare,
} from "./matrices.ts";

/**
 * The x with `a @ x = b`, for square matrices `a`; stacks broadcast.
 *
 * A 1-d `b` is one right-hand side, anything else a stack of matrices of them.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.linalg.solve.html
 * @throws {LinAlgError} when a matrix is singular or not square
 * @throws {ValueError} when lengths do not match
 * @throws {TypeError} for float16
 * @example linalg.solve([[1, 2], [3, 5]], [1, 2]) // [-1, 1]
 */
export function solve(a: unknown, b: unknown): NDArray {
  const left = atLeastMatrix(a);
  checkSquare(left);
  const right = toArray(b);
  const isVector = right.ndim === 1;
  const columns = isVector ? expanded(right, 1) : atLeastMatrix(right);
  const n = left.shape.at(-1)!;
  const dtype = linalgDType(left, right);
  if (columns.shape.at(-2) !== n) {
    const [name, signature] = isVector
      ? ["solve1", "(m,m),(m)->(m)"]
      : ["solve", "(m,m),(m,n)->(m,n)"];
    throw new ValueError(
      `${name}: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature ${signature} (size ${columns.shape.at(-2)} is different from ${n})`,
    );
  }
  const stack = broadcastShapes([left.shape.slice(0, -2), columns.shape.slice(0, -2)]);
  const x = asMatrices(columns, dtype, stack);
  solveAll(asMatrices(left, dtype, stack), x);
  return made(isVector ? [...stack, n] : [...stack, n, x.n], dtype, x.data);
}

function solveAll(a: Matrices, b: Matrices): void {
  const { n, parts } = a;
  for (let k = 0; k < a.count; k++) {
    const matrix = at(a.data, k, n * n * parts);
    const exchanges = parts === 1 ? factorize(matrix, n) : factorizeComplex(matrix, n);
    if (exchanges.isSingular) throw new LinAlgError("Singular matrix");
    const x = at(b.data, k, n * b.n * parts);
    if (parts === 1) solveFactored(matrix, exchanges, n, x, b.n);
    else solveFactoredComplex(matrix, exchanges, n, x, b.n);
  }
}

/**
 * The inverses of square matrices.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.linalg.inv.html
 * @throws {LinAlgError} when a matrix is singular or not square
 * @throws {TypeError} for float16
 * @example linalg.inv([[1, 2], [3, 4]]) // [[-2, 1], [1.5, -0.5]]
 */
export function inv(a: unknown): NDArray {
  const matrices = readSquare(a);
  const { stack, n, count, parts, dtype } = matrices;
  const data = new Float64Array(matrices.data.length);
  for (let k = 0; k < count; k++)
    for (let i = 0; i < n; i++) data[(k * n * n + i * n + i) * parts] = 1;
  solveAll(matrices, { ...matrices, data });
  return made([...stack, n, n], dtype, data);
}

/**
 * The determinants of square matrices.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.linalg.det.html
 * @throws {LinAlgError} when a matrix is not square
 * @throws {TypeError} for float16
 * @example linalg.det([[1, 2], [3, 4]]) // -2
 */
export function det(a: unknown): NDArray {
  const { stack, n, count, parts, dtype, data } = readSquare(a);
  const values = new Float64Array(count * parts);
  for (let k = 0; k < count; k++) {
    const matrix = at(data, k, n * n * parts);
    if (parts === 1) {
      values[k] = determinant(matrix, factorize(matrix, n), n);
    } else {
      const { re, im, log } = phaseAndLog(matrix, factorizeComplex(matrix, n), n);
      const size = Math.exp(log);
      values[2 * k] = re * size;
      values[2 * k + 1] = im * size;
    }
  }
  return made(stack, dtype, values);
}

/**
 * Sign (or phase) and logarithm of the absolute value of determinants, which may be too large or small to hold.
 *
 * Of a singular matrix 0 and -inf.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.linalg.slogdet.html
 * @throws {LinAlgError} when a matrix is not square
 * @throws {TypeError} for float16
 * @example linalg.slogdet([[1, 2], [3, 5]]) // { sign: -1, logabsdet: 0 }
 */
export function slogdet(a: unknown): { sign: NDArray; logabsdet: NDArray } {
  const { stack, n, count, parts, dtype, real, data } = readSquare(a);
  const signs = new Float64Array(count * parts);
  const logs = new Float64Array(count);
  for (let k = 0; k < count; k++) {
    const matrix = at(data, k, n * n * parts);
    if (parts === 1) {
      const { sign, log } = signAndLog(matrix, factorize(matrix, n), n);
      signs[k] = sign;
      logs[k] = log;
    } else {
      const { re, im, log } = phaseAndLog(matrix, factorizeComplex(matrix, n), n);
      signs.set([re, im], 2 * k);
      logs[k] = log;
    }
  }
  return { sign: made(stack, dtype, signs), logabsdet: made(stack, real, logs) };
}

/**
 * The x with `tensordot(a, x, x.ndim) = b`, where the last axes of `a` are as many elements as `b`.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.linalg.tensorsolve.html
 * @throws {LinAlgError} when `a` is no square matrix in that sense, or singular
 */
export function tensorsolve(a: unknown, b: unknown): NDArray {
  const left = toArray(a);
  const right = toArray(b);
  const shape = left.shape.slice(right.ndim);
  const size = sizeOf(shape);
  if (left.size !== size * size) {
    throw new LinAlgError(
      "Input arrays must satisfy the requirement prod(a.shape[b.ndim:]) == prod(a.shape[:b.ndim])",
    );
  }
  return reshape(solve(reshape(left, [size, size]), reshape(right, [-1])), shape);
}

/**
 * The inverse of `a` as a matrix whose rows are its first `ind` axes, 2 unless told.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.linalg.tensorinv.html
 * @throws {LinAlgError} when `a` is no square matrix in that sense, or singular
 * @throws {ValueError} when `ind` is not positive
 */
export function tensorinv(
  a: unknown,
  options: { readonly ind?: number | undefined } = {},
): NDArray {
  const ind = options.ind ?? 2;
  if (ind <= 0) throw new ValueError("Invalid ind argument.");
  const x = toArray(a);
  const rows = x.shape.slice(0, ind);
  const columns = x.shape.slice(ind);
  return reshape(inv(reshape(x, [sizeOf(rows), sizeOf(columns)])), [...columns, ...rows]);
}
