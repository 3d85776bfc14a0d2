/**
 * Axes in another order, or walked backwards. Every result is a view.
 *
 * Source: https://numpy.org/doc/stable/reference/routines.array-manipulation.html#transpose-like-operations
 */
import { type ArrayLike, type DTypeOf, asArray } from "../array/convert.ts";
import { viewOf } from "../array/make.ts";
import type { NDArray } from "../array/ndarray.ts";
import type { DTypeName } from "../dtype/dtype.ts";
import { AxisError, ValueError, tupleText } from "../errors.ts";
import { REPEATED_AXIS, normalizeAxes, normalizeAxis } from "../layout/axis.ts";
import {
  axisOrder,
  exchanged,
  flipped,
  movedOrder,
  namedAxis,
  permuted,
} from "../layout/permute.ts";
import { positionalOr } from "../options.ts";
import type { AxisOption } from "./reshape.ts";

export interface AxesOption {
  /** The axes in their new order; null (unless told) turns the order around. */
  readonly axes?: readonly number[] | null | undefined;
}

/**
 * A view with the axes in another order: axis k of the result is axis `axes[k]` of `a`.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.transpose.html
 *
 * @throws {ValueError} when an axis is named twice or left out
 * @throws {AxisError} when there is no such axis
 * @example transpose(zeros([2, 3, 4]), [1, 0, 2]).shape // [3, 2, 4]
 */
export function transpose<X extends ArrayLike>(
  a: X,
  axes?: AxesOption["axes"] | AxesOption,
  options?: AxesOption,
): NDArray<DTypeOf<X>> {
  const x = asArray(a);
  const given = positionalOr<AxesOption, "axes">("transpose", "axes", axes, options, ["axes"]).axes;
  if (given === undefined || given === null) return viewOf(x, x.layout.reversed);
  return viewOf(x, permuted(x.layout, axisOrder(given, x.ndim)));
}

/**
 * The Array API's name for `transpose`.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.permute_dims.html
 *
 * @example permute_dims(zeros([2, 3, 4]), [2, 0, 1]).shape // [4, 2, 3]
 */
export const permute_dims: typeof transpose = transpose;

/**
 * A view with the last two axes exchanged: each matrix of a stack, transposed.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.matrix_transpose.html
 *
 * @throws {ValueError} when there are fewer than two axes
 * @example matrix_transpose(zeros([5, 2, 3])).shape // [5, 3, 2]
 */
export function matrix_transpose<X extends ArrayLike>(a: X): NDArray<DTypeOf<X>> {
  const x = asArray(a);
  if (x.ndim < 2)
    throw new ValueError(`Input array must be at least 2-dimensional, but it is ${x.ndim}`);
  return turned(x, x.ndim - 2, x.ndim - 1);
}

/**
 * A view with two axes exchanged.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.swapaxes.html
 *
 * @throws {AxisError} when there is no such axis
 * @example swapaxes(zeros([2, 3, 4]), 0, -1).shape // [4, 3, 2]
 */
export function swapaxes<X extends ArrayLike>(
  a: X,
  axis1: number,
  axis2: number,
): NDArray<DTypeOf<X>> {
  const x = asArray(a);
  return turned(x, namedAxis("axis1", axis1, x.ndim), namedAxis("axis2", axis2, x.ndim));
}

function turned<N extends DTypeName>(a: NDArray<N>, i: number, j: number): NDArray<N> {
  return viewOf(a, exchanged(a.layout, i, j));
}

/**
 * A view with axes `source` at the places `destination`; the others keep their order.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.moveaxis.html
 *
 * @throws {AxisError} when there is no such axis
 * @throws {ValueError} when one is named twice, or the lists differ in length
 * @example moveaxis(zeros([2, 3, 4]), 0, -1).shape // [3, 4, 2]
 */
export function moveaxis<X extends ArrayLike>(
  a: X,
  source: number | readonly number[],
  destination: number | readonly number[],
): NDArray<DTypeOf<X>> {
  const x = asArray(a);
  const from = axisList("source", source, x.ndim);
  const to = axisList("destination", destination, x.ndim);
  if (from.length !== to.length)
    throw new ValueError(
      "`source` and `destination` arguments must have the same number of elements",
    );
  return viewOf(x, permuted(x.layout, movedOrder(from, to, x.ndim)));
}

function axisList(name: string, axes: number | readonly number[], ndim: number): number[] {
  const list = (typeof axes === "number" ? [axes] : axes).map((axis) =>
    namedAxis(name, axis, ndim),
  );
  if (new Set(list).size !== list.length)
    throw new ValueError(`repeated axis in \`${name}\` argument`);
  return list;
}

export interface RollaxisOptions {
  /** The axis before which `axis` comes to stand; 0 unless told. */
  readonly start?: number | undefined;
}

/**
 * A view with `axis` moved before `start`; `moveaxis` says the same more clearly.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.rollaxis.html
 *
 * @example rollaxis(zeros([2, 3, 4]), 2).shape // [4, 2, 3]
 */
export function rollaxis<X extends ArrayLike>(
  a: X,
  axis: number,
  start?: number | RollaxisOptions,
  options?: RollaxisOptions,
): NDArray<DTypeOf<X>> {
  const x = asArray(a);
  const from = normalizeAxis(axis, x.ndim);
  const given =
    positionalOr<RollaxisOptions, "start">("rollaxis", "start", start, options, ["start"]).start ??
    0;
  const before = given < 0 ? given + x.ndim : given;
  if (before < 0 || before > x.ndim) {
    throw new AxisError(
      `'start' arg requires ${-x.ndim} <= start < ${x.ndim + 1}, but ${given} was passed in`,
    );
  }
  return viewOf(
    x,
    permuted(x.layout, movedOrder([from], [from < before ? before - 1 : before], x.ndim)),
  );
}

/**
 * A view with the elements in reverse order along one axis, several, or all of them.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.flip.html
 *
 * @throws {AxisError} when there is no such axis
 * @example flip([1, 2, 3]).tolist() // [3, 2, 1]
 */
export function flip<X extends ArrayLike>(
  a: X,
  axis?: AxisOption["axis"] | AxisOption,
  options?: AxisOption,
): NDArray<DTypeOf<X>> {
  const x = asArray(a);
  const given = positionalOr<AxisOption, "axis">("flip", "axis", axis, options, ["axis"]).axis;
  return reversed(x, normalizeAxes(given, x.ndim, undefined, REPEATED_AXIS));
}

function reversed<N extends DTypeName>(a: NDArray<N>, axes: readonly number[]): NDArray<N> {
  const { layout, shift } = flipped(a.layout, axes);
  return viewOf(a, layout, shift);
}

/**
 * A view with the columns in reverse order.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.fliplr.html
 *
 * @throws {ValueError} below two axes
 * @example fliplr([[1, 2], [3, 4]]).tolist() // [[2, 1], [4, 3]]
 */
export function fliplr<X extends ArrayLike>(a: X): NDArray<DTypeOf<X>> {
  const x = asArray(a);
  if (x.ndim < 2) throw new ValueError("Input must be >= 2-d.");
  return reversed(x, [1]);
}

/**
 * A view with the rows in reverse order.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.flipud.html
 *
 * @throws {ValueError} when there is no axis
 * @example flipud([[1, 2], [3, 4]]).tolist() // [[3, 4], [1, 2]]
 */
export function flipud<X extends ArrayLike>(a: X): NDArray<DTypeOf<X>> {
  const x = asArray(a);
  if (x.ndim < 1) throw new ValueError("Input must be >= 1-d.");
  return reversed(x, [0]);
}

export interface Rot90Options {
  /** How many quarter turns, from the first of `axes` towards the second; 1 unless told. */
  readonly k?: number | undefined;
  /** The plane to turn in; the first two axes unless told. */
  readonly axes?: readonly number[] | undefined;
}

/**
 * A view turned by quarter turns in the plane of two axes, from the first towards the second.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.rot90.html
 *
 * @throws {ValueError} when `axes` are not two different axes of `a`
 * @example rot90([[1, 2], [3, 4]]).tolist() // [[2, 4], [1, 3]]
 */
export function rot90<X extends ArrayLike>(
  a: X,
  k?: number | Rot90Options,
  options?: Rot90Options,
): NDArray<DTypeOf<X>> {
  const x = asArray(a);
  const given = positionalOr<Rot90Options, "k">("rot90", "k", k, options, ["k", "axes"]);
  const { k: turns = 1, axes = [0, 1] } = given;
  const [i, j] = plane(axes, x.ndim);
  switch (((turns % 4) + 4) % 4) {
    case 0:
      return reversed(x, []);
    case 1:
      return turned(reversed(x, [j]), i, j);
    case 2:
      return reversed(x, [i, j]);
    default:
      return reversed(turned(x, i, j), [j]);
  }
}

function plane(axes: readonly number[], ndim: number): [number, number] {
  if (axes.length !== 2) throw new ValueError("len(axes) must be 2.");
  const [i, j] = axes as [number, number]; // its length was just checked
  if (i === j || Math.abs(i - j) === ndim) throw new ValueError("Axes must be different.");
  if (i >= ndim || i < -ndim || j >= ndim || j < -ndim) {
    throw new ValueError(`Axes=${tupleText(axes, ", ")} out of range for array of ndim=${ndim}.`);
  }
  return [i < 0 ? i + ndim : i, j < 0 ? j + ndim : j];
}
