/**
 * 2.07 a[1] and a[1:2] show the same row; only one of them still has the axis.
 *
 * In NumPy: integers and slices in one index, `a[1, ::2]`.
 */
import * as np from "@deep-dive/ndarray";
import type { View } from "../01-offset-of.ts";
import { position } from "../02-negative-index.ts";
import { type SliceParts, sliceIndices } from "../03-slice-indices.ts";

/** What stands between the commas: an integer, or a slice. */
export type IndexPart = number | SliceParts;

/**
 * The view with part k applied to axis k: a slice cuts the axis, an integer picks one position and drops the axis.
 *
 * Axes behind the last part are kept whole. With an integer for every axis the result is a 0-d view.
 * Nothing is copied. Where nothing is left, the offset still lies in the memory, as in 2.05.
 *
 * @throws {np.IndexError} where an integer lies outside, or for too many parts, as in 2.02
 * @example
 * const a = { data, shape: [3, 4], strides: [4, 1], offset: 0 };
 * indexView(a, [1]); // shape [4], strides [1], offset 4
 * indexView(a, [[1, 2, null]]); // shape [1, 4], strides [4, 1], offset 4
 * indexView(a, [[null, null, null], -1]); // shape [3], strides [4], offset 3: the last column
 */
export function indexView(view: View, parts: readonly IndexPart[]): View {
  const ndim = view.shape.length;
  if (parts.length > ndim) {
    throw new np.IndexError(
      `too many indices for array: array is ${ndim}-dimensional, but ${parts.length} were indexed`,
    );
  }
  // Every integer i is first the slice i:i+1; then its axis is left out.
  const walks = view.shape.map((n, axis) => {
    const part = parts[axis] ?? [null, null, null];
    if (typeof part !== "number") return sliceIndices(part, n);
    const i = position(part, axis, n);
    return [i, i + 1, 1] as const;
  });
  const lengths = walks.map(([start, stop, step]) => Math.max(0, Math.ceil((stop - start) / step)));
  const steps = walks.map(([, , step], axis) => step * view.strides[axis]!);
  const kept = [...view.shape.keys()].filter((axis) => typeof parts[axis] !== "number");
  return {
    data: view.data,
    shape: kept.map((axis) => lengths[axis]!),
    strides: kept.map((axis) => steps[axis]!),
    offset: walks.reduce(
      (at, [start], axis) => (lengths[axis] === 0 ? at : at + start * view.strides[axis]!),
      view.offset,
    ),
  };
}
