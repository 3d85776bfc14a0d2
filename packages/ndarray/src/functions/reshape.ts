/**
 * Changing the shape: the same elements in other axes.
 *
 * A view wherever strides can show it; only `reshape` and `ravel` ever copy.
 * Source: https://numpy.org/doc/stable/reference/routines.array-manipulation.html
 */
import { type ArrayLike, type DTypeOf, asArray } from "../array/convert.ts";
import { type MemoryOrder, checkedOrder, flattened, reshaped } from "../array/copy.ts";
import { viewOf } from "../array/make.ts";
import type { NDArray } from "../array/ndarray.ts";
import type { DTypeName } from "../dtype/dtype.ts";
import { isOnlyAxis, normalizeAxes } from "../layout/axis.ts";
import { type Layout, axesByStride, line } from "../layout/layout.ts";
import { expanded, squeezed, withoutOnes } from "../layout/permute.ts";
import { positionalOr, readOptions } from "../options.ts";

export interface ReshapeOptions {
  /** How elements are read and written: rows first (`"C"`, unless told), columns first, or as they lie (`"A"`). */
  readonly order?: "C" | "F" | "A" | undefined;
  /** true copies in any case, false never does; null (unless told) where it must. */
  readonly copy?: boolean | null | undefined;
}

/**
 * `a` with another shape and the same elements: a view where strides allow it, else a copy.
 *
 * One length may be -1: it follows from the size.
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.reshape.html
 *
 * @throws {ValueError} when the sizes differ, or `copy: false` cannot be kept
 * @example reshape([1, 2, 3, 4], [2, -1]).tolist() // [[1, 2], [3, 4]]
 */
export function reshape<X extends ArrayLike>(
  a: X,
  shape: number | readonly number[],
  options?: ReshapeOptions,
): NDArray<DTypeOf<X>> {
  const { order = "C", copy = null } = readOptions("reshape", options, ["order", "copy"]);
  return reshaped(asArray(a), typeof shape === "number" ? [shape] : shape, order, copy);
}

export interface RavelOptions {
  /** The order in which elements are taken; `"K"` is that of memory. */
  readonly order?: MemoryOrder | undefined;
}

/**
 * The elements in one axis: a view where they lie so already, else a copy.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.ravel.html
 *
 * @example ravel([[1, 2], [3, 4]], { order: "F" }).tolist() // [1, 3, 2, 4]
 */
export function ravel<X extends ArrayLike>(
  a: X,
  options?: MemoryOrder | RavelOptions,
): NDArray<DTypeOf<X>> {
  const { order = "C" } = positionalOr<RavelOptions, "order">("ravel", "order", options, null, [
    "order",
  ]);
  return raveled(asArray(a), order);
}

function raveled<N extends DTypeName>(a: NDArray<N>, order: MemoryOrder): NDArray<N> {
  const { layout, itemsize, size } = a;
  const wanted = checkedOrder(order) === "A" ? (layout.isF && !layout.isC ? "F" : "C") : order;
  const isInPlace = wanted === "K" ? isDense(layout) : wanted === "F" ? layout.isF : layout.isC;
  return isInPlace ? viewOf(a, line(size, itemsize, itemsize)) : flattened(a, wanted);
}

/** Whether the elements are consecutive in some order of the axes. */
function isDense(layout: Layout): boolean {
  if (layout.isC || layout.isF) return true;
  let expected = layout.itemsize;
  for (const k of axesByStride(layout.strides).toReversed()) {
    if (layout.shape[k] === 1) continue;
    if (layout.strides[k] !== expected) return false;
    expected *= layout.shape[k]!;
  }
  return true;
}

export interface AxisOption {
  /** One axis or several; null stands for all that qualify. */
  readonly axis?: number | readonly number[] | null | undefined;
}

/**
 * A view without axes of length 1: without all of them, or those named.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.squeeze.html
 *
 * @throws {ValueError} when a named axis is longer
 * @throws {AxisError} when there is no such axis
 * @example squeeze([[[1], [2]]]).shape // [2]
 */
export function squeeze<X extends ArrayLike>(
  a: X,
  axis?: AxisOption["axis"] | AxisOption,
  options?: AxisOption,
): NDArray<DTypeOf<X>> {
  const x = asArray(a);
  const given = positionalOr<AxisOption, "axis">("squeeze", "axis", axis, options, ["axis"]).axis;
  if (given === undefined || given === null) return viewOf(x, withoutOnes(x.layout));
  const axes =
    x.ndim === 0 && typeof given === "number" && isOnlyAxis(given)
      ? [] // as in NumPy, an array without axes may be asked for its only one
      : normalizeAxes(given, x.ndim);
  return viewOf(x, squeezed(x.layout, axes));
}

/**
 * A view with a new axis of length 1 wherever `axis` says it stands in the result; 0 unless told.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.expand_dims.html
 *
 * @throws {AxisError} when it lies outside the result's axes
 * @example expand_dims([1, 2], { axis: 1 }).shape // [2, 1]
 */
export function expand_dims<X extends ArrayLike>(
  a: X,
  axis?: number | readonly number[] | AxisOption,
  options?: AxisOption,
): NDArray<DTypeOf<X>> {
  const x = asArray(a);
  const given =
    positionalOr<AxisOption, "axis">("expand_dims", "axis", axis, options, ["axis"]).axis ?? 0;
  return viewOf(x, expanded(x.layout, typeof given === "number" ? [given] : given));
}

/**
 * `a` with at least one axis; a view. Several arguments give a list.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.atleast_1d.html
 *
 * @example atleast_1d(7).shape // [1]
 */
export function atleast_1d<X extends ArrayLike>(a: X): NDArray<DTypeOf<X>>;
export function atleast_1d(...arrays: readonly ArrayLike[]): NDArray[];
export function atleast_1d(...arrays: readonly ArrayLike[]): NDArray | NDArray[] {
  return eachOf(arrays, (a) => (a.ndim === 0 ? viewOf(a, expanded(a.layout, [0])) : a));
}

/**
 * `a` with at least two axes, new ones in front; a view. Several arguments give a list.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.atleast_2d.html
 *
 * @example atleast_2d([1, 2]).shape // [1, 2]
 */
export function atleast_2d<X extends ArrayLike>(a: X): NDArray<DTypeOf<X>>;
export function atleast_2d(...arrays: readonly ArrayLike[]): NDArray[];
export function atleast_2d(...arrays: readonly ArrayLike[]): NDArray | NDArray[] {
  return eachOf(arrays, (a) =>
    a.ndim < 2 ? viewOf(a, expanded(a.layout, a.ndim === 0 ? [0, 1] : [0])) : a,
  );
}

/**
 * `a` with at least three axes; a view. One axis becomes the middle one, two the first two.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.atleast_3d.html
 *
 * @example atleast_3d([1, 2]).shape // [1, 2, 1]
 */
export function atleast_3d<X extends ArrayLike>(a: X): NDArray<DTypeOf<X>>;
export function atleast_3d(...arrays: readonly ArrayLike[]): NDArray[];
export function atleast_3d(...arrays: readonly ArrayLike[]): NDArray | NDArray[] {
  const added: readonly number[][] = [[0, 1, 2], [0, 2], [2]];
  return eachOf(arrays, (a) => (a.ndim < 3 ? viewOf(a, expanded(a.layout, added[a.ndim]!)) : a));
}

function eachOf(
  arrays: readonly ArrayLike[],
  change: (a: NDArray) => NDArray,
): NDArray | NDArray[] {
  const results = arrays.map((a) => change(asArray(a)));
  return results.length === 1 ? results[0]! : results;
}
