/**
 * Products of matrices and vectors, as the Array API's linalg extension has them, and powers.
 *
 * What NumPy's main namespace has under the same name is stricter here: two axes at least, vectors of three.
 * Source: https://numpy.org/doc/stable/reference/routines.linalg.html#matrix-and-vector-products
 */
import { toArray } from "../../array/convert.ts";
import { layoutFor } from "../../array/copy.ts";
import { emptyLike } from "../../array/make.ts";
import type { NDArray } from "../../array/ndarray.ts";
import type { DTypeLike, Scalar } from "../../dtype/dtype.ts";
import { LinAlgError, ValueError } from "../../errors.ts";
import { copyElements } from "../../kernels/copy.ts";
import { readOptions } from "../../options.ts";
import { diagonal as anyDiagonal } from "../diagonals.ts";
import { expanded } from "../dense.ts";
import { outer as anyOuter, dot } from "../inner-products.ts";
import { matmul } from "../products.ts";
import { reshape } from "../reshape.ts";
import { cross as anyCross, trace as anyTrace } from "../tensor.ts";
import { lineUp } from "../../ufunc/call.ts";
import { atLeastMatrix, checkSquare } from "./matrices.ts";
import { inv } from "./solving.ts";

/**
 * Square matrices multiplied with themselves `n` times; 0 gives the identity, negative ones powers of the inverse.
 *
 * Integer matrices stay integer for `n` from 0 on; the first power is the array itself.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.linalg.matrix_power.html
 * @throws {TypeError} when `n` is no whole number
 * @throws {LinAlgError} when a matrix is not square, or singular and `n` negative
 * @example linalg.matrix_power([[1, 1], [0, 1]], 5) // [[1, 5], [0, 1]]
 */
export function matrix_power(a: unknown, n: number): NDArray {
  const x = atLeastMatrix(a);
  checkSquare(x);
  if (!Number.isInteger(n)) throw new TypeError("exponent must be an integer");
  if (n === 0) return identityLike(x);
  let factor = n < 0 ? inv(x) : x;
  if (Math.abs(n) === 3) return matmul(matmul(factor, factor), factor); // as NumPy does, which rounds otherwise
  let result: NDArray | null = null;
  for (let rest = Math.abs(n); rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result = result === null ? factor : matmul(result, factor);
    if (rest > 1) factor = matmul(factor, factor);
  }
  return result!; // n is not 0
}

function identityLike(x: NDArray): NDArray {
  const result = emptyLike(layoutFor(x, "K", x.itemsize), x.dtype);
  const n = x.shape.at(-1)!;
  const eye = Array.from({ length: n }, (_, i) =>
    Array.from({ length: n }, (_unused, j) => (i === j ? 1 : 0)),
  );
  copyElements(lineUp(reshape(toArray(eye, x.dtype), [n, n]), x.shape), result, x.shape);
  return result;
}

/**
 * The product of several matrices, in the order that takes the fewest multiplications.
 *
 * The first and the last may be vectors: a row, a column.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.linalg.multi_dot.html
 * @throws {ValueError} when there are fewer than two, or lengths do not match
 * @throws {LinAlgError} when one between has not two axes
 * @example linalg.multi_dot([[[1, 2]], [[3], [4]], [[5]]]) // [[55]]
 */
export function multi_dot(arrays: readonly unknown[]): NDArray {
  if (arrays.length < 2) throw new ValueError("Expecting at least two arrays.");
  const given = arrays.map((x) => toArray(x));
  if (given.length === 2) return dot(given[0], given[1]);
  const isRow = given[0]!.ndim === 1;
  const isColumn = given.at(-1)!.ndim === 1;
  const matrices = given.map((x, i) => {
    if (i === 0 && isRow) return expanded(x, 0);
    return i === given.length - 1 && isColumn ? expanded(x, 1) : x;
  });
  for (const { ndim } of matrices) {
    if (ndim !== 2)
      throw new LinAlgError(`${ndim}-dimensional array given. Array must be two-dimensional`);
  }
  const product = multiplied(matrices, splits(matrices), 0, matrices.length - 1);
  const shape = [...(isRow ? [] : [product.shape[0]!]), ...(isColumn ? [] : [product.shape[1]!])];
  return isRow || isColumn ? reshape(product, shape) : product;
}

/** Where to split the product of matrices i to j, for all i and j. (Cormen et al., Introduction to Algorithms, 15.2) */
function splits(matrices: readonly NDArray[]): number[][] {
  const n = matrices.length;
  const lengths = [...matrices.map((x) => x.shape[0]!), matrices.at(-1)!.shape[1]!];
  const costs = matrices.map(() => matrices.map(() => 0));
  const best = matrices.map(() => matrices.map(() => 0));
  for (let span = 1; span < n; span++) {
    for (let i = 0; i + span < n; i++) {
      const j = i + span;
      costs[i]![j] = Infinity;
      for (let k = i; k < j; k++) {
        const cost =
          costs[i]![k]! + costs[k + 1]![j]! + lengths[i]! * lengths[k + 1]! * lengths[j + 1]!;
        if (cost >= costs[i]![j]!) continue;
        costs[i]![j] = cost;
        best[i]![j] = k;
      }
    }
  }
  return best;
}

function multiplied(
  matrices: readonly NDArray[],
  best: readonly number[][],
  i: number,
  j: number,
): NDArray {
  if (i === j) return matrices[i]!;
  const k = best[i]![j]!;
  return dot(multiplied(matrices, best, i, k), multiplied(matrices, best, k + 1, j));
}

/**
 * The vector product of vectors of length 3 along `axis`, the last unless told; other axes broadcast.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.linalg.cross.html
 * @throws {ValueError} when vectors have another length
 * @example linalg.cross([1, 0, 0], [0, 1, 0]) // [0, 0, 1]
 */
export function cross(
  x1: unknown,
  x2: unknown,
  options?: { readonly axis?: number | undefined },
): NDArray {
  const { axis = -1 } = readOptions("cross", options, ["axis"]);
  const [a, b] = [toArray(x1), toArray(x2)];
  const lengths = [a.shape.at(axis), b.shape.at(axis)];
  if (lengths.some((n) => n !== 3)) {
    throw new ValueError(
      `Both input arrays must be (arrays of) 3-dimensional vectors, but they are ${lengths[0]} and ${lengths[1]} dimensional instead.`,
    );
  }
  return anyCross(a, b, { axis });
}

/**
 * Every element of one vector times every element of another: a matrix.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.linalg.outer.html
 * @throws {ValueError} when an argument is no vector
 * @example linalg.outer([1, 2], [3, 4]) // [[3, 4], [6, 8]]
 */
export function outer(x1: unknown, x2: unknown): NDArray {
  const [a, b] = [toArray(x1), toArray(x2)];
  if (a.ndim !== 1 || b.ndim !== 1) {
    throw new ValueError(
      `Input arrays must be one-dimensional, but they are x1.ndim=${a.ndim} and x2.ndim=${b.ndim}.`,
    );
  }
  return anyOuter(a, b);
}

/**
 * The diagonals of the matrices in the last two axes, as a read-only view.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.linalg.diagonal.html
 * @throws {ValueError} when there are fewer than two axes
 * @example linalg.diagonal([[1, 2], [3, 4]]) // [1, 4]
 */
export function diagonal(x: unknown, options?: { readonly offset?: number | undefined }): NDArray {
  const { offset = 0 } = readOptions("diagonal", options, ["offset"]);
  const a = toArray(x);
  if (a.ndim < 2) throw new ValueError("diag requires an array of at least two dimensions");
  return anyDiagonal(a, { offset, axis1: -2, axis2: -1 });
}

/**
 * The sums along the diagonals of the matrices in the last two axes: a JS scalar for one matrix.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.linalg.trace.html
 * @throws {ValueError} when there are fewer than two axes
 * @example linalg.trace([[1, 2], [3, 4]]) // 5
 */
export function trace(
  x: unknown,
  options?: { readonly offset?: number | undefined; readonly dtype?: DTypeLike | null | undefined },
): NDArray | Scalar {
  const { offset = 0, dtype = null } = readOptions("trace", options, ["offset", "dtype"]);
  return anyTrace(x, { offset, dtype, axis1: -2, axis2: -1 });
}
