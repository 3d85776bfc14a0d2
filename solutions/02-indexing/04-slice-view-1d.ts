/**
 * 2.04 Your first view: a slice of a line that shows the same memory, so that writing to it writes through.
 *
 * In NumPy: `a[start:stop:step]` with one axis.
 */
import type { View } from "./01-offset-of.ts";
import { type SliceParts, sliceIndices } from "./03-slice-indices.ts";

/**
 * The view of the same `data` that shows what the slice picks. `line` has one axis.
 *
 * Nothing is copied and no element is read: only shape, strides and offset are new.
 *
 * Of an empty result the offset may be any place from 0 to data.length.
 *
 * @example
 * const line = { data, shape: [10], strides: [1], offset: 0 };
 * sliceView(line, [2, 9, 3]); // shape [3], strides [3], offset 2
 * sliceView(line, [null, null, -1]); // shape [10], strides [-1], offset 9
 */
export function sliceView(line: View, slice: SliceParts): View {
  const [start, stop, step] = sliceIndices(slice, line.shape[0]!);
  const length = Math.max(0, Math.ceil((stop - start) / step));
  const stride = line.strides[0]!;
  // A start counts elements of the view; in data each of them is a stride away from the next.
  const offset = length === 0 ? line.offset : line.offset + start * stride;
  return { data: line.data, shape: [length], strides: [stride * step], offset };
}
