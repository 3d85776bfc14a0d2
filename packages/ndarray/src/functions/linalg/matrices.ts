/**
 * Stacks of matrices for the kernels: read as doubles in C order, results made of doubles.
 *
 * Knows shapes and dtypes: integers and booleans count as float64; single precision comes back single, computed in double.
 */
import { toArray } from "../../array/convert.ts";
import { emptyArray, freeScratch, scratchArray } from "../../array/make.ts";
import type { NDArray } from "../../array/ndarray.ts";
import { type DType, complex128, complex64, float16, float32, float64 } from "../../dtype/dtype.ts";
import { LinAlgError } from "../../errors.ts";
import { copyElements } from "../../kernels/copy.ts";
import { sizeOf, type Shape } from "../../layout/layout.ts";
import { noteTraffic } from "../../memory/counter.ts";
import { lineUp } from "../../ufunc/call.ts";
import { dense, elements, freeDense, putElements } from "../dense.ts";

/** Matrices of one shape, one after the other. */
export interface Matrices {
  /** A copy: kernels may overwrite it. Complex parts are interleaved. */
  readonly data: Float64Array;
  /** Doubles an element. */
  readonly parts: 1 | 2;
  readonly stack: Shape;
  /** How many matrices. */
  readonly count: number;
  readonly m: number;
  readonly n: number;
  /** What results have, and what their real parts have. */
  readonly dtype: DType;
  readonly real: DType;
}

/** `x` as matrices. @throws {LinAlgError} when it has fewer than two axes */
export function readMatrices(x: unknown): Matrices {
  const a = atLeastMatrix(x);
  return asMatrices(a, linalgDType(a));
}

/** `x` as square matrices. @throws {LinAlgError} when it is none */
export function readSquare(x: unknown): Matrices {
  const a = atLeastMatrix(x);
  checkSquare(a);
  return asMatrices(a, linalgDType(a));
}

/** `x` as an array of at least two axes. */
export function atLeastMatrix(x: unknown): NDArray {
  const a = toArray(x);
  if (a.ndim < 2)
    throw new LinAlgError(
      `${a.ndim}-dimensional array given. Array must be at least two-dimensional`,
    );
  return a;
}

export function checkSquare(a: NDArray): void {
  if (a.shape.at(-1) !== a.shape.at(-2))
    throw new LinAlgError("Last 2 dimensions of the array must be square");
}

/** The dtype in which arrays are combined. @throws {TypeError} for float16, which LAPACK does not have */
export function linalgDType(...arrays: readonly NDArray[]): DType {
  for (const { dtype } of arrays)
    if (dtype === float16) throw new TypeError("array type float16 is unsupported in linalg");
  const isComplex = arrays.some((a) => a.dtype.kind === "c");
  const isSingle = arrays.every((a) => a.dtype === float32 || a.dtype === complex64);
  if (isComplex) return isSingle ? complex64 : complex128;
  return isSingle ? float32 : float64;
}

/** The float that the parts of `dtype` are. */
export function realOf(dtype: DType): DType {
  return dtype === float32 || dtype === complex64 ? float32 : float64;
}

/** The matrices in the last two axes of `a`, stretched to `stack`. */
export function asMatrices(
  a: NDArray,
  dtype: DType,
  stack: Shape = a.shape.slice(0, -2),
): Matrices {
  const [m, n] = [a.shape.at(-2)!, a.shape.at(-1)!]; // callers see to two axes
  const spread = lineUp(a, [...stack, m, n]);
  const parts = dtype.components;
  const copy = dense(spread, parts === 2 ? complex128 : float64);
  const data = Float64Array.from(elements(copy) as Float64Array); // doubles, as asked
  freeDense(copy, spread);
  noteTraffic(a.size, 0);
  return { data, parts, stack, count: sizeOf(stack), m, n, dtype, real: realOf(dtype) };
}

/** One triangle of each matrix, taken for the whole of a Hermitian one; in place. */
export function mirrored(x: Matrices, side: "L" | "U"): Matrices {
  const { n, parts, data } = x;
  for (let k = 0; k < x.count; k++) {
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < i; j++) {
        const lower = (k * n * n + i * n + j) * parts;
        const upper = (k * n * n + j * n + i) * parts;
        const [from, to] = side === "L" ? [lower, upper] : [upper, lower];
        data[to] = data[from]!;
        if (parts === 2) data[to + 1] = -data[from + 1]!;
      }
      if (parts === 2) data[2 * (k * n * n + i * n + i) + 1] = 0;
    }
  }
  return x;
}

/** An array of `dtype` from doubles in C order, parts interleaved where it is complex. */
export function made(shape: Shape, dtype: DType, values: ArrayLike<number>): NDArray {
  const wide = dtype.components === 2 ? complex128 : float64;
  noteTraffic(0, sizeOf(shape));
  if (dtype === wide) {
    const result = emptyArray(shape, dtype);
    putElements(result, values);
    return result;
  }
  const scratch = scratchArray(shape, wide);
  putElements(scratch, values);
  const result = emptyArray(shape, dtype);
  copyElements(scratch, result, shape);
  freeScratch(scratch);
  return result;
}

/** Matrix `k` of a list of matrices of `size` doubles each, in place. */
export function at(data: Float64Array, k: number, size: number): Float64Array {
  return data.subarray(k * size, (k + 1) * size);
}
