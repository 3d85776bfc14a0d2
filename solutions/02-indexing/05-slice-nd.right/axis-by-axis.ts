import * as np from "@deep-dive/ndarray";
import type { View } from "../01-offset-of.ts";
import { type SliceParts, sliceIndices } from "../03-slice-indices.ts";

/** The view with one axis cut. */
function cut(view: View, axis: number, parts: SliceParts): View {
  const [start, stop, step] = sliceIndices(parts, view.shape[axis]!);
  let length = 0;
  for (let i = start; step > 0 ? i < stop : i > stop; i += step) length++;
  const stride = view.strides[axis]!;
  return {
    data: view.data,
    shape: view.shape.with(axis, length),
    strides: view.strides.with(axis, stride * step),
    offset: view.offset + (length === 0 ? 0 : stride * start), // an empty axis begins nowhere
  };
}

export function sliceNd(view: View, slices: readonly SliceParts[]): View {
  const ndim = view.shape.length;
  if (slices.length > ndim)
    throw new np.IndexError(
      `too many indices for array: array is ${ndim}-dimensional, but ${slices.length} were indexed`,
    );
  return slices.reduce((v, parts, axis) => cut(v, axis, parts), view);
}
