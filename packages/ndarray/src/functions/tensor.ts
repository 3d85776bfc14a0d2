/**
 * Products over chosen axes, products of blocks, of vectors in space; and the trace.
 *
 * Source: https://numpy.org/doc/stable/reference/routines.linalg.html
 */
import { toArray } from "../array/convert.ts";
import { readElement } from "../array/element.ts";
import { emptyArray, freeScratch, scratchArray, viewStrided } from "../array/make.ts";
import type { NDArray } from "../array/ndarray.ts";
import { type DType, type DTypeLike, type Scalar, dtype as asDType } from "../dtype/dtype.ts";
import { AxisError, IndexError, ValueError, noBooleanSubtract } from "../errors.ts";
import { runElementwise } from "../kernels/elementwise.ts";
import { normalizeAxis } from "../layout/axis.ts";
import { noteTraffic } from "../memory/counter.ts";
import { readOptions } from "../options.ts";
import { add, multiply } from "../ufunc/arithmetic.ts";
import { lineUp } from "../ufunc/call.ts";
import { sumDType } from "../ufunc/reduce.ts";
import {
  axisLast,
  commonDType,
  cut,
  dense,
  expanded,
  padDims,
  reshaped,
  together,
} from "./dense.ts";
import { broadcast_shapes } from "./broadcasting.ts";
import { tensorProduct } from "./products.ts";

/** How many axes to sum, the last of one with the first of the other; or which of each. */
export type TensorAxes = number | readonly [number | readonly number[], number | readonly number[]];

/**
 * The sum of products over pairs of axes; what is left of `a`, then of `b`, shapes the result.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.tensordot.html
 *
 * @throws {ValueError} when the axes do not fit
 * @throws {IndexError} when a factor does not have one of them
 * @example tensordot([[1, 2], [3, 4]], [[1, 1], [1, 1]], { axes: 2 }) // 10
 */
export function tensordot(
  a: unknown,
  b: unknown,
  options: { readonly axes?: TensorAxes | undefined } = {},
): NDArray {
  readOptions("tensordot", options, ["axes"]);
  const [x, y] = together([a, b]) as [NDArray, NDArray]; // two are given
  const [sumX, sumY] = pairsOf(options.axes ?? 2);
  const isFitting =
    sumX.length === sumY.length && sumX.every((k, i) => lengthOf(x, k) === lengthOf(y, sumY[i]!));
  if (!isFitting) throw new ValueError("shape-mismatch for sum");
  const positive = (axes: readonly number[], ndim: number): number[] =>
    axes.map((k) => normalizeAxis(k, ndim));
  return tensorProduct(x, y, positive(sumX, x.ndim), positive(sumY, y.ndim));
}

/** @throws {IndexError} when there is no such axis, as NumPy has it here */
function lengthOf(a: NDArray, axis: number): number {
  const n = a.shape.at(axis);
  if (n === undefined) throw new IndexError("tuple index out of range");
  return n;
}

function pairsOf(axes: TensorAxes): readonly [readonly number[], readonly number[]] {
  if (typeof axes === "number") {
    const count = Array.from({ length: axes }, (_, k) => k);
    return [count.map((k) => k - axes), count];
  }
  const [first, second] = axes;
  return [
    typeof first === "number" ? [first] : first,
    typeof second === "number" ? [second] : second,
  ];
}

/**
 * The Kronecker product: every element of `a` times all of `b`, as blocks.
 *
 * Shapes line up from the right, and lengths multiply.
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.kron.html
 *
 * @example kron([1, 10], [1, 2]) // [1, 2, 10, 20]
 */
export function kron(a: unknown, b: unknown): NDArray {
  const [x, y] = together([a, b]) as [NDArray, NDArray]; // two are given
  if (x.ndim === 0 || y.ndim === 0) return multiply(x, y);
  const ndim = Math.max(x.ndim, y.ndim);
  const dtype = commonDType([x, y]);
  const [p, q] = [padDims(x, ndim), padDims(y, ndim)];
  const blocks = p.shape.flatMap((n, k) => [n, q.shape[k]!]);
  const result = emptyArray(
    p.shape.map((n, k) => n * q.shape[k]!),
    dtype,
  );
  const spread = (z: NDArray, isOuter: boolean): NDArray => {
    const strides = z.strides.flatMap((s) => (isOuter ? [s, 0] : [0, s]));
    const shape = z.shape.flatMap((n) => (isOuter ? [n, 1] : [1, n]));
    return lineUp(viewStrided(z, shape, strides), blocks);
  };
  const [left, right] = [x, y].map((z) => (z.dtype === dtype ? z : dense(z, dtype))) as [
    NDArray,
    NDArray,
  ];
  const { char } = dtype;
  const operands = [
    spread(padDims(left, ndim), true),
    spread(padDims(right, ndim), false),
    reshaped(result, blocks),
  ];
  runElementwise("multiply", `${char}${char}->${char}`, operands, blocks);
  for (const [k, z] of [left, right].entries()) if (z !== [x, y][k]) freeScratch(z);
  noteTraffic(x.size + y.size, result.size);
  return result;
}

/** Which axes hold the vectors. */
export interface CrossOptions {
  readonly axisa?: number | undefined;
  readonly axisb?: number | undefined;
  readonly axisc?: number | undefined;
  /** One axis for all three. */
  readonly axis?: number | undefined;
}

/**
 * The vector product of vectors of length 3 (or 2, whose third part is 0) along an axis, the last unless told.
 *
 * Other axes broadcast. Two vectors of length 2 give the third part alone.
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.cross.html
 *
 * @throws {ValueError} when vectors have other lengths
 * @example cross([1, 0, 0], [0, 1, 0]) // [0, 0, 1]
 */
export function cross(a: unknown, b: unknown, options: CrossOptions = {}): NDArray {
  readOptions("cross", options, ["axisa", "axisb", "axisc", "axis"]);
  const given = together([a, b]) as [NDArray, NDArray]; // two are given
  if (given.some((x) => x.ndim < 1)) throw new ValueError("At least one array has zero dimension");
  const { axis, axisa = axis ?? -1, axisb = axis ?? -1, axisc = axis ?? -1 } = options;
  const x = axisLast(given[0], named("axisa", axisa, given[0].ndim));
  const y = axisLast(given[1], named("axisb", axisb, given[1].ndim));
  const lengths = [x.shape.at(-1)!, y.shape.at(-1)!];
  if (lengths.some((n) => n !== 2 && n !== 3))
    throw new ValueError("incompatible dimensions for cross product\n(dimension must be 2 or 3)");
  const shape = broadcast_shapes(x.shape.slice(0, -1), y.shape.slice(0, -1));
  const dtype = commonDType(given);
  if (dtype.kind === "b") throw new TypeError(noBooleanSubtract());
  const [left, right] = [x, y].map((z) => (z.dtype === dtype ? z : dense(z, dtype))) as [
    NDArray,
    NDArray,
  ];
  const isFlat = lengths[0] === 2 && lengths[1] === 2;
  const target = isFlat ? shape.length : named("axisc", axisc, shape.length + 1);
  const result = emptyArray(isFlat ? shape : shape.toSpliced(target, 0, 3), dtype);
  const parts = isFlat ? expanded(result, shape.length) : axisLast(result, target);
  for (const [k, part] of (isFlat ? [2] : [0, 1, 2]).entries()) {
    crossPart(left, right, takeLast(parts, k), (part + 1) % 3, (part + 2) % 3, dtype);
  }
  for (const [k, z] of [left, right].entries()) if (z !== [x, y][k]) freeScratch(z);
  noteTraffic(given[0].size + given[1].size, result.size);
  return result;
}

/** out = x[i] * y[j] - x[j] * y[i], without the product of a third part that is missing. */
function crossPart(x: NDArray, y: NDArray, out: NDArray, i: number, j: number, dtype: DType): void {
  const { shape } = out;
  const pair = `${dtype.char}${dtype.char}->${dtype.char}`;
  const isThere = (p: number, q: number): boolean => p < x.shape.at(-1)! && q < y.shape.at(-1)!;
  const product = (p: number, q: number, to: NDArray): void =>
    runElementwise(
      "multiply",
      pair,
      [lineUp(takeLast(x, p), shape), lineUp(takeLast(y, q), shape), to],
      shape,
    );
  if (!isThere(i, j)) {
    product(j, i, out);
    runElementwise("negative", `${dtype.char}->${dtype.char}`, [out, out], shape);
    return;
  }
  product(i, j, out);
  if (!isThere(j, i)) return;
  const side = scratchArray(shape, dtype);
  product(j, i, side);
  runElementwise("subtract", pair, [out, side, out], shape);
  freeScratch(side);
}

function takeLast(a: NDArray, at: number): NDArray {
  const one = cut(a, a.ndim - 1, at, 1);
  return viewStrided(one, one.shape.slice(0, -1), one.strides.slice(0, -1));
}

function named(name: string, axis: number, ndim: number): number {
  if (axis < -ndim || axis >= ndim)
    throw new AxisError(`${name}: axis ${axis} is out of bounds for array of dimension ${ndim}`);
  return axis < 0 ? axis + ndim : axis;
}

/** Which diagonal, of which axes. */
export interface TraceOptions {
  /** Above the main diagonal where positive, below where negative. */
  readonly offset?: number | undefined;
  readonly axis1?: number | undefined;
  readonly axis2?: number | undefined;
  readonly dtype?: DTypeLike | null | undefined;
  readonly out?: NDArray | null | undefined;
}

/**
 * The sum along a diagonal: a JS scalar for a matrix, else an array without the two axes.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.trace.html
 *
 * @throws {ValueError} when there are fewer than two axes, or both are the same
 * @example trace([[1, 2], [3, 4]]) // 5
 */
export function trace(a: unknown, options: TraceOptions = {}): NDArray | Scalar {
  readOptions("trace", options, ["offset", "axis1", "axis2", "dtype", "out"]);
  const x = toArray(a);
  if (x.ndim < 2) throw new ValueError("diag requires an array of at least two dimensions");
  const first = named("axis1", options.axis1 ?? 0, x.ndim);
  const second = named("axis2", options.axis2 ?? 1, x.ndim);
  if (first === second) throw new ValueError("axis1 and axis2 cannot be the same");
  const offset = options.offset ?? 0;
  const [rows, columns] = [x.shape[first]!, x.shape[second]!];
  const count = Math.max(
    0,
    Math.min(offset >= 0 ? rows : rows + offset, offset >= 0 ? columns - offset : columns),
  );
  const rest = [...x.shape.keys()].filter((k) => k !== first && k !== second);
  const shift =
    count === 0 ? 0 : offset >= 0 ? offset * x.strides[second]! : -offset * x.strides[first]!;
  const diagonal = viewStrided(
    x,
    [...rest.map((k) => x.shape[k]!), count],
    [...rest.map((k) => x.strides[k]!), x.strides[first]! + x.strides[second]!],
    shift,
  );
  const dtype = options.dtype ? asDType(options.dtype) : sumDType(x.dtype);
  const isScalar = rest.length === 0 && !options.out;
  const result = add.reduce(diagonal, {
    axis: -1,
    dtype,
    out: isScalar ? scratchArray([], dtype) : (options.out ?? null),
  });
  if (!isScalar) return result;
  const sum = readElement(result.memory, result.dtype, result.address);
  freeScratch(result);
  return sum;
}
