import * as np from "@deep-dive/ndarray";
import type { View } from "../01-offset-of.ts";
import { position } from "../02-negative-index.ts";
import { sliceIndices } from "../03-slice-indices.ts";
import type { IndexPart } from "../07-int-drops-axis.ts";

export function indexView(view: View, parts: readonly IndexPart[]): View {
  if (parts.length > view.shape.length)
    throw new np.IndexError(
      `too many indices for array: array is ${view.shape.length}-dimensional, but ${parts.length} were indexed`,
    );
  return from(view, parts, 0, { ...view, shape: [], strides: [] });
}

/** What the axes from `axis` on add to the view made so far. */
function from(view: View, parts: readonly IndexPart[], axis: number, made: View): View {
  if (axis === view.shape.length) return made;
  const [n, stride, part] = [view.shape[axis]!, view.strides[axis]!, parts[axis]];
  if (typeof part === "number")
    return from(view, parts, axis + 1, {
      ...made,
      offset: made.offset + stride * position(part, axis, n),
    });
  const [start, stop, step] = sliceIndices(part ?? [null, null, null], n);
  const length = Math.max(0, Math.ceil((stop - start) / step));
  return from(view, parts, axis + 1, {
    data: made.data,
    shape: [...made.shape, length],
    strides: [...made.strides, stride * step],
    offset: length === 0 ? made.offset : made.offset + stride * start,
  });
}
