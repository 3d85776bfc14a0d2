import * as np from "@deep-dive/ndarray";
import type { View } from "../01-offset-of.ts";
import { type SliceParts, sliceIndices } from "../03-slice-indices.ts";

export function sliceNd(
  { data, shape, strides, offset }: View,
  slices: readonly SliceParts[],
): View {
  if (slices.length > shape.length)
    throw new np.IndexError(
      `too many indices for array: array is ${shape.length}-dimensional, but ${slices.length} were indexed`,
    );
  const walks = shape.map((n, k) => sliceIndices(slices[k] ?? [null, null, null], n));
  const lengths = walks.map(([start, stop, step]) =>
    Math.max(0, Math.floor((stop - start + step - Math.sign(step)) / step)),
  );
  return {
    data,
    shape: lengths,
    strides: walks.map(([, , step], k) => step * strides[k]!),
    offset: walks.reduce(
      (at, [start], k) => at + Math.min(lengths[k]!, 1) * start * strides[k]!,
      offset,
    ),
  };
}
