// caught by: an integer outside its axis throws, a slice outside is empty
// Treats integers as kindly as slices.
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
  const shape: number[] = [];
  const strides: number[] = [];
  let offset = view.offset;
  for (const [axis, n] of view.shape.entries()) {
    const part = parts[axis] ?? [null, null, null];
    const stride = view.strides[axis]!;
    if (typeof part === "number") {
      offset += Math.min(Math.max(part < 0 ? part + n : part, 0), n - 1) * stride; // the axis is gone: nothing is added to the shape
      continue;
    }
    const [start, stop, step] = sliceIndices(part, n);
    const length = Math.max(0, Math.ceil((stop - start) / step));
    if (length > 0) offset += start * stride;
    shape.push(length);
    strides.push(stride * step);
  }
  return { data: view.data, shape, strides, offset };
}
