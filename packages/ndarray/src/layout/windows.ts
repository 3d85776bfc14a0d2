/**
 * Layouts made by hand: any shape and strides within the owner's bytes, windows, and elements of another width.
 *
 * Knows integers only.
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.lib.stride_tricks.sliding_window_view.html
 */
import { ValueError, tupleText } from "../errors.ts";
import { normalizeAxis } from "./axis.ts";
import { Layout, type Shape, type Strides, extent } from "./layout.ts";

/**
 * The layout of `shape` and `strides`, checked against the bytes there are: `before` and `after` the first element.
 *
 * @throws {ValueError} when an element would lie outside them, or the lists differ in length
 */
export function stridedWithin(
  shape: Shape,
  strides: Strides,
  itemsize: number,
  before: number,
  after: number,
): Layout {
  if (shape.length !== strides.length)
    throw new ValueError("mismatch in length of strides and shape");
  const layout = new Layout(shape, strides, itemsize);
  const [low, high] = extent(layout);
  // No elements, no bytes: a view of an empty array may even begin behind its memory.
  if (layout.size > 0 && (low < -before || high > after)) {
    throw new ValueError(
      `shape ${tupleText(shape)} and strides ${tupleText(strides)} reach bytes ${low} to ${high} from the first element, ` +
        `but the array's memory has those from ${-before} to ${after}`,
    );
  }
  return layout;
}

/**
 * Windows of `window` elements along `axes`, which follow the axes they slide over.
 *
 * @throws {ValueError} when a window is longer than its axis, or the lists do not match
 * @throws {AxisError} when an axis lies outside
 */
export function windowed(
  from: Layout,
  window: readonly number[],
  axes: readonly number[] | null,
): Layout {
  if (window.some((n) => n < 0))
    throw new ValueError("`window_shape` cannot contain negative values");
  if (axes === null && window.length !== from.ndim) {
    throw new ValueError(
      `Since axis is \`None\`, must provide window_shape for all dimensions of \`x\`; ` +
        `got ${window.length} window_shape elements and \`x.ndim\` is ${from.ndim}.`,
    );
  }
  const over =
    axes === null
      ? Array.from(from.shape, (_, k) => k)
      : axes.map((axis) => normalizeAxis(axis, from.ndim));
  if (over.length !== window.length) {
    throw new ValueError(
      `Must provide matching length window_shape and axis; got ${window.length} window_shape elements and ${over.length} axes elements.`,
    );
  }
  const shape = [...from.shape];
  for (const [i, axis] of over.entries()) {
    if (shape[axis]! < window[i]!)
      throw new ValueError("window shape cannot be larger than input array shape");
    shape[axis] = shape[axis]! - window[i]! + 1;
  }
  return new Layout(
    [...shape, ...window],
    [...from.strides, ...over.map((k) => from.strides[k]!)],
    from.itemsize,
  );
}

/**
 * The same bytes as elements of another width: the last axis becomes longer or shorter.
 *
 * @throws {ValueError} when the last axis is not contiguous, or the widths do not divide
 */
export function rewidened(from: Layout, itemsize: number): Layout {
  if (itemsize === from.itemsize) return from;
  const last = from.ndim - 1;
  if (last < 0)
    throw new ValueError(
      "Changing the dtype of a 0d array is only supported if the itemsize is unchanged",
    );
  const length = from.shape[last]!;
  if (length !== 1 && from.size !== 0 && from.strides[last] !== from.itemsize) {
    throw new ValueError(
      "To change to a dtype of a different size, the last axis must be contiguous",
    );
  }
  const bytes = length * from.itemsize;
  if (itemsize < from.itemsize && from.itemsize % itemsize !== 0) {
    throw new ValueError(
      "When changing to a smaller dtype, its size must be a divisor of the size of original dtype",
    );
  }
  if (bytes % itemsize !== 0) {
    throw new ValueError(
      "When changing to a larger dtype, its size must be a divisor of the total size in bytes of the last axis of the array.",
    );
  }
  return new Layout(
    from.shape.with(last, bytes / itemsize),
    from.strides.with(last, itemsize),
    itemsize,
  );
}
