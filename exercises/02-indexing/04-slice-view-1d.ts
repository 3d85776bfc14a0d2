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
  // TODO: call sliceIndices. How many positions does it pass? Where does the first one lie in data?
  throw new Error("not implemented");
}
