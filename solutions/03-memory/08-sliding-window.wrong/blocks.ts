// caught by: windows of two over four numbers
// Steps over a whole window: rows that do not overlap, and a last one outside the memory.
/**
 * 3.08 All windows of a signal, one row each, and not one number copied.
 *
 * In NumPy: `np.lib.stride_tricks.sliding_window_view(a, w)`.
 */
import * as np from "@deep-dive/ndarray";

/**
 * The view whose row i is `a[i : i + w]`, of shape [n - w + 1, w]. `a` has one axis, of n elements and any stride.
 *
 * `np.lib.stride_tricks.as_strided(a, { shape, strides })` makes the view; it begins at a's first element.
 * You find the shape and the strides, in bytes.
 *
 * @throws {np.ValueError} "window shape cannot be larger than input array shape"
 * @throws {np.ValueError} "window shape must be at least 1" for w = 0 and below
 * @example slidingWindow(np.asarray([1, 2, 3, 4]), 2).tolist() // [[1, 2], [2, 3], [3, 4]]
 */
export function slidingWindow(a: np.NDArray, w: number): np.NDArray {
  const n = a.size;
  if (w < 1) throw new np.ValueError("window shape must be at least 1");
  if (w > n) throw new np.ValueError("window shape cannot be larger than input array shape");
  const stride = a.strides[0]!;
  // The next row begins one element later: the same distance as within a row.
  return np.lib.stride_tricks.as_strided(a, {
    shape: [Math.floor(n / w), w],
    strides: [w * stride, stride],
  });
}

/**
 * The means of all windows of length w, as a fresh array: a moving average.
 *
 * @example movingMean(np.asarray([1, 2, 3, 6]), 2).tolist() // [1.5, 2.5, 4.5]
 */
export function movingMean(a: np.NDArray, w: number): np.NDArray {
  return np.mean(slidingWindow(a, w), { axis: 1 });
}
