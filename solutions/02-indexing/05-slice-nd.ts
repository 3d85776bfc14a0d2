/**
 * 2.05 One slice for each axis: cut a window out of a table, without copying a number of it.
 *
 * In NumPy: `a[1:3, ::2]`.
 */
import * as np from "@deep-dive/ndarray";
import type { View } from "./01-offset-of.ts";
import { type SliceParts, sliceIndices } from "./03-slice-indices.ts";

/**
 * The view of the same data that has `slices[k]` applied to axis k.
 *
 * Axes behind the last slice are kept whole. Every axis stays an axis, even one that is cut to length 1 or 0.
 * Nothing is copied: the result's `data` is the very same typed array.
 * Where nothing is left, the offset still lies in the memory, from 0 to data.length: move it only along axes that show something.
 *
 * `sliceIndices` is yours, from 2.03.
 *
 * @throws {np.IndexError} with more slices than axes:
 * "too many indices for array: array is 1-dimensional, but 2 were indexed"
 * @example
 * const a = { data, shape: [3, 4], strides: [4, 1], offset: 0 };
 * sliceNd(a, [[1, 3, null], [null, null, 2]]); // shape [2, 2], strides [4, 2], offset 4
 */
export function sliceNd(view: View, slices: readonly SliceParts[]): View {
  const ndim = view.shape.length;
  if (slices.length > ndim) {
    throw new np.IndexError(
      `too many indices for array: array is ${ndim}-dimensional, but ${slices.length} were indexed`,
    );
  }
  const shape = [...view.shape];
  const strides = [...view.strides];
  let offset = view.offset;
  for (const [axis, parts] of slices.entries()) {
    const [start, stop, step] = sliceIndices(parts, view.shape[axis]!);
    shape[axis] = Math.max(0, Math.ceil((stop - start) / step));
    // An empty axis shows nothing, and its start may lie one place outside: the offset stays inside the memory.
    if (shape[axis] > 0) offset += start * view.strides[axis]!;
    strides[axis] = step * view.strides[axis]!;
  }
  return { data: view.data, shape, strides, offset };
}
