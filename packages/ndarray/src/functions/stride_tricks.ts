/**
 * `np.lib.stride_tricks`: views with hand-made strides, and windows.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.lib.stride_tricks.as_strided.html
 */
import { type ArrayLike, type DTypeOf, asArray } from "../array/convert.ts";
import { viewOf } from "../array/make.ts";
import type { NDArray } from "../array/ndarray.ts";
import { stridedWithin, windowed } from "../layout/windows.ts";
import { isOptions, positionalOr } from "../options.ts";

export interface StridedOptions {
  readonly shape?: readonly number[] | null | undefined;
  /** In bytes. */
  readonly strides?: readonly number[] | null | undefined;
  /** false gives a read-only view. */
  readonly writeable?: boolean | undefined;
}

/**
 * A view with any shape and any byte strides from `x`'s first element on.
 *
 * Unlike NumPy's, it is checked: every element must lie in the memory of `x`'s owner.
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.lib.stride_tricks.as_strided.html
 *
 * @throws {ValueError} when an element would lie outside, or the lists differ in length
 * @example as_strided(arange(4), { shape: [3, 2], strides: [4, 4] }).tolist() // [[0, 1], [1, 2], [2, 3]]
 */
export function as_strided<X extends ArrayLike>(
  x: X,
  shape?: StridedOptions["shape"] | StridedOptions,
  strides?: StridedOptions["strides"] | StridedOptions,
  options?: StridedOptions,
): NDArray<DTypeOf<X>> {
  const a = asArray(x);
  const keys = ["shape", "strides", "writeable"] as const;
  const rest = isOptions(strides) ? (strides as StridedOptions) : options; // lists are no options objects
  const given = {
    ...positionalOr<StridedOptions, "shape">("as_strided", "shape", shape, rest, keys),
  };
  if (Array.isArray(strides)) given.strides = strides as readonly number[];
  const owner = a.base ?? a;
  const before = a.address - owner.address;
  const layout = stridedWithin(
    [...(given.shape ?? a.shape)],
    [...(given.strides ?? a.strides)],
    a.itemsize,
    before,
    owner.nbytes - before,
  );
  const view = viewOf(a, layout);
  if (given.writeable === false) view.isWriteable = false;
  return view;
}

export interface WindowOptions {
  /** The axes to slide along; all of them unless told. */
  readonly axis?: number | readonly number[] | null | undefined;
  /** true gives a view that may be written, where each write shows in every window it lies in. */
  readonly writeable?: boolean | undefined;
}

/**
 * Every window of the given shape, as a read-only view: the windows' axes follow the axes they slide over.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.lib.stride_tricks.sliding_window_view.html
 *
 * @throws {ValueError} when a window is longer than its axis
 * @example sliding_window_view([1, 2, 3, 4], 3).tolist() // [[1, 2, 3], [2, 3, 4]]
 */
export function sliding_window_view<X extends ArrayLike>(
  x: X,
  window_shape: number | readonly number[],
  axis?: WindowOptions["axis"] | WindowOptions,
  options?: WindowOptions,
): NDArray<DTypeOf<X>> {
  const a = asArray(x);
  const given = positionalOr<WindowOptions, "axis">("sliding_window_view", "axis", axis, options, [
    "axis",
    "writeable",
  ]);
  const window = typeof window_shape === "number" ? [window_shape] : window_shape;
  const over = given.axis ?? null;
  const view = viewOf(a, windowed(a.layout, window, typeof over === "number" ? [over] : over));
  if (given.writeable !== true) view.isWriteable = false;
  return view;
}
