/**
 * Matrices by rule: identities, triangles, powers.
 *
 * Source: https://numpy.org/doc/stable/reference/routines.array-creation.html#building-matrices
 */
import { assign } from "../array/access.ts";
import { type ArrayLike, type DTypeOf, asArray, toArray } from "../array/convert.ts";
import {
  cleared,
  emptyArray,
  emptyLike,
  freeScratch,
  scratchArray,
  viewOf,
  viewStrided,
  zeroArray,
} from "../array/make.ts";
import type { NDArray } from "../array/ndarray.ts";
import {
  DEFAULT_FLOAT,
  DEFAULT_INT,
  type DType,
  type DTypeLike,
  type DTypeName,
  bool,
  dtype as asDType,
} from "../dtype/dtype.ts";
import { promoteTypes } from "../dtype/promote.ts";
import { ValueError } from "../errors.ts";
import { copyElements } from "../kernels/copy.ts";
import { diagonalView, expanded, flipped } from "../layout/permute.ts";
import { type Layout, sizeOf } from "../layout/layout.ts";
import { noteTraffic } from "../memory/counter.ts";
import { isOptions, positionalOr, readOptions } from "../options.ts";
import { multiply } from "../ufunc/arithmetic.ts";
import { resultLayout } from "../ufunc/result.ts";
import { atleast_2d } from "./reshape.ts";
import { type DTypeOption, type FreshOptions, toShape, zeros } from "./creation.ts";

export interface EyeOptions<N extends DTypeName = DTypeName> extends FreshOptions<N> {
  /** Columns; as many as rows unless told. */
  readonly M?: number | null | undefined;
  /** Which diagonal: 0 the main one, positive above it, negative below. */
  readonly k?: number | undefined;
}

/**
 * A matrix with ones on one diagonal and zeros elsewhere.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.eye.html
 *
 * @example eye(2, 3, { k: 1 }).tolist() // [[0, 1, 0], [0, 0, 1]]
 */
export function eye<N extends DTypeName = "float64">(
  N: number,
  M?: number | null | EyeOptions<N>,
  options?: EyeOptions<N>,
): NDArray<N> {
  const given = positionalOr<EyeOptions<N>, "M">("eye", "M", M, options, [
    "M",
    "k",
    "dtype",
    "order",
    "device",
  ]);
  const result = zeros<N>([N, given.M ?? N], { dtype: given.dtype, order: given.order });
  const { layout, shift } = diagonalView(result.layout, given.k ?? 0, 0, 1);
  assign(viewOf(result, layout, shift), toArray(1, result.dtype));
  return result;
}

/**
 * The square matrix with ones on the main diagonal.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.identity.html
 *
 * @example identity(2).tolist() // [[1, 0], [0, 1]]
 */
export function identity<N extends DTypeName = "float64">(
  n: number,
  options?: DTypeOption<N>,
): NDArray<N> {
  return eye(n, n, readOptions("identity", options, ["dtype", "device"]));
}

export interface TriOptions<N extends DTypeName = DTypeName> {
  /** Columns; as many as rows unless told. */
  readonly M?: number | null | undefined;
  /** The diagonal up to which there are ones. */
  readonly k?: number | undefined;
  readonly dtype?: DTypeLike<N> | null | undefined;
}

/**
 * Ones on and below a diagonal, zeros above it.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.tri.html
 *
 * @example tri(2, { M: 3, k: 1 }).tolist() // [[1, 1, 0], [1, 1, 1]]
 */
export function tri<N extends DTypeName = "float64">(
  N: number,
  M?: number | null | TriOptions<N>,
  options?: TriOptions<N>,
): NDArray<N> {
  const given = positionalOr<TriOptions<N>, "M">("tri", "M", M, options, ["M", "k", "dtype"]);
  const dtype = asDType(given.dtype ?? (DEFAULT_FLOAT as DType)) as DType<N>; // N defaults to float64
  const result = zeroArray(toShape([N, given.M ?? N]), dtype);
  const one = toArray(1, dtype);
  for (let i = 0; i < N; i++) {
    const count = Math.min(Math.max(i + 1 + (given.k ?? 0), 0), result.shape[1]!);
    assign(
      viewStrided(result, [count], [dtype.itemsize], count > 0 ? i * result.strides[0]! : 0),
      one,
    );
  }
  return result;
}

export interface TriangleOption {
  /** The diagonal where the kept part ends: 0 the main one, positive above it. */
  readonly k?: number | undefined;
}

/**
 * A copy of the last two axes' lower triangles, zeros above the diagonal.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.tril.html
 *
 * @example tril([[1, 2], [3, 4]]).tolist() // [[1, 0], [3, 4]]
 */
export function tril<X extends ArrayLike>(
  m: X,
  k?: number | TriangleOption,
  options?: TriangleOption,
): NDArray<DTypeOf<X>> {
  const diagonal = positionalOr<TriangleOption, "k">("tril", "k", k, options, ["k"]).k ?? 0;
  return keepColumns(asArray(m), (i, columns) => [0, Math.min(i + 1 + diagonal, columns)]);
}

/**
 * A copy of the last two axes' upper triangles, zeros below the diagonal.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.triu.html
 *
 * @example triu([[1, 2], [3, 4]]).tolist() // [[1, 2], [0, 4]]
 */
export function triu<X extends ArrayLike>(
  m: X,
  k?: number | TriangleOption,
  options?: TriangleOption,
): NDArray<DTypeOf<X>> {
  const diagonal = positionalOr<TriangleOption, "k">("triu", "k", k, options, ["k"]).k ?? 0;
  return keepColumns(asArray(m), (i, columns) => [Math.max(i + diagonal, 0), columns]);
}

/** A copy with zeros outside the columns that `range` says of each row: from the first up to, not including, the second. */
function keepColumns<N extends DTypeName>(
  a: NDArray<N>,
  range: (row: number, columns: number) => [number, number],
): NDArray<N> {
  if (a.ndim === 0) throw new TypeError("tri() missing 1 required positional argument: 'N'");
  // One row given stands for as many as it has elements, as a mask broadcast against it would.
  const x =
    a.ndim === 1 ? viewStrided(a, [a.shape[0]!, a.shape[0]!], [0, a.strides[0]!]) : atleast_2d(a);
  const result = cleared(emptyLike(maskedLayout(x), a.dtype));
  const [rows, columns] = [x.shape.at(-2)!, x.shape.at(-1)!];
  const lead = x.shape.slice(0, -2);
  for (let i = 0; i < rows; i++) {
    const [from, to] = range(i, columns);
    if (from >= to) continue;
    const shape = [...lead, to - from];
    const row = (b: NDArray): NDArray =>
      viewStrided(
        b,
        shape,
        [...b.strides.slice(0, -2), b.strides.at(-1)!],
        i * b.strides.at(-2)! + from * b.strides.at(-1)!,
      );
    copyElements(row(x), row(result), shape);
  }
  noteTraffic(x.size, sizeOf(x.shape));
  return result;
}

/** The layout of what a mask of rows and columns picks from `x`: the mask lies in C order, and takes part. */
function maskedLayout(x: NDArray): Layout {
  const mask = scratchArray(x.shape.slice(-2), bool);
  const layout = resultLayout([mask, x], x.shape, "K")(x.dtype);
  freeScratch(mask);
  return layout;
}

export interface VanderOptions {
  /** Columns; as many as rows unless told. */
  readonly N?: number | null | undefined;
  /** Whether powers grow from left to right. */
  readonly increasing?: boolean | undefined;
}

/**
 * The Vandermonde matrix: powers of `x` in columns, the highest first.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.vander.html
 *
 * @throws {ValueError} when `x` has not one axis
 * @example vander([2, 3], 3).tolist() // [[4, 2, 1], [9, 3, 1]]
 */
export function vander(
  x: ArrayLike,
  N?: number | null | VanderOptions,
  options?: VanderOptions,
): NDArray {
  const given =
    isOptions(N) || N !== null
      ? positionalOr<VanderOptions, "N">("vander", "N", N, options, ["N", "increasing"])
      : readOptions("vander", options, ["N", "increasing"]);
  const base = toArray(x);
  if (base.ndim !== 1) throw new ValueError("x must be a one-dimensional array or sequence.");
  const columns = given.N ?? base.size;
  const result = emptyArray(toShape([base.size, columns]), promoteTypes(base.dtype, DEFAULT_INT));
  const reversed = flipped(result.layout, [1]);
  const powers =
    given.increasing === true ? result : viewOf(result, reversed.layout, reversed.shift);
  if (columns > 0) assign(columnsFrom(powers, 0, 1), toArray(1, result.dtype));
  if (columns > 1) {
    const rest = columnsFrom(powers, 1, columns - 1);
    assign(rest, viewOf(base, expanded(base.layout, [1])));
    multiply.accumulate(rest, { axis: 1, out: rest });
  }
  return result;
}

function columnsFrom(a: NDArray, from: number, count: number): NDArray {
  return viewStrided(a, [a.shape[0]!, count], a.strides, a.size === 0 ? 0 : from * a.strides[1]!);
}
