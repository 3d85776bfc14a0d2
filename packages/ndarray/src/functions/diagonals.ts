/**
 * Diagonals: taken out as views, or made into matrices.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.diagonal.html
 */
import { type ArrayLike, type DTypeOf, asArray } from "../array/convert.ts";
import { flattened } from "../array/copy.ts";
import { viewOf, zeroArray } from "../array/make.ts";
import type { NDArray } from "../array/ndarray.ts";
import type { DTypeName } from "../dtype/dtype.ts";
import { ValueError } from "../errors.ts";
import { copyElements } from "../kernels/copy.ts";
import { diagonalView } from "../layout/permute.ts";
import { noteTraffic } from "../memory/counter.ts";
import { positionalOr } from "../options.ts";

export interface DiagonalOptions {
  /** How many columns to the right of the main diagonal; below it where negative. */
  readonly offset?: number | undefined;
  readonly axis1?: number | undefined;
  readonly axis2?: number | undefined;
}

/**
 * The diagonal of two axes, as a read-only view; its axis comes last.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.diagonal.html
 *
 * @throws {ValueError} when there are fewer than two axes, or both are the same
 * @throws {AxisError} when there is no such axis
 * @example diagonal([[1, 2], [3, 4]], { offset: 1 }).tolist() // [2]
 */
export function diagonal<X extends ArrayLike>(
  a: X,
  offset?: number | DiagonalOptions,
  options?: DiagonalOptions,
): NDArray<DTypeOf<X>> {
  const x = asArray(a);
  const given = positionalOr<DiagonalOptions, "offset">("diagonal", "offset", offset, options, [
    "offset",
    "axis1",
    "axis2",
  ]);
  const { layout, shift } = diagonalView(
    x.layout,
    given.offset ?? 0,
    given.axis1 ?? 0,
    given.axis2 ?? 1,
  );
  const view = viewOf(x, layout, shift);
  view.isWriteable = false;
  return view;
}

export interface DiagOptions {
  /** Which diagonal: 0 the main one, positive above it, negative below. */
  readonly k?: number | undefined;
}

/**
 * A matrix with `v` on its diagonal, for one axis; a read-only view of the diagonal, for two.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.diag.html
 *
 * @throws {ValueError} for any other number of axes
 * @example diag([1, 2]).tolist() // [[1, 0], [0, 2]]
 */
export function diag<X extends ArrayLike>(
  v: X,
  k?: number | DiagOptions,
  options?: DiagOptions,
): NDArray<DTypeOf<X>> {
  const x = asArray(v);
  const offset = positionalOr<DiagOptions, "k">("diag", "k", k, options, ["k"]).k ?? 0;
  if (x.ndim === 1) return onDiagonal(x, offset);
  if (x.ndim !== 2) throw new ValueError("Input must be 1- or 2-d.");
  return diagonal(x, offset) as NDArray<DTypeOf<X>>; // of the same dtype
}

/**
 * A matrix with all elements of `v`, in C order, on its diagonal.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.diagflat.html
 *
 * @example diagflat([1, 2], { k: 1 }).tolist() // [[0, 1, 0], [0, 0, 2], [0, 0, 0]]
 */
export function diagflat<X extends ArrayLike>(
  v: X,
  k?: number | DiagOptions,
  options?: DiagOptions,
): NDArray<DTypeOf<X>> {
  const x = asArray(v);
  const offset = positionalOr<DiagOptions, "k">("diagflat", "k", k, options, ["k"]).k ?? 0;
  return onDiagonal(flattened(x, "C"), offset);
}

function onDiagonal<N extends DTypeName>(x: NDArray<N>, offset: number): NDArray<N> {
  const n = x.size + Math.abs(offset);
  const result = zeroArray([n, n], x.dtype);
  const { layout, shift } = diagonalView(result.layout, offset, 0, 1);
  copyElements(x, viewOf(result, layout, shift), x.shape);
  noteTraffic(x.size, result.size);
  return result;
}
