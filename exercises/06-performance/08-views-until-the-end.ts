/**
 * Crop, flip and downsample a picture, and copy once.
 *
 * NumPy's name for all three steps is indexing: `image[top:bottom, left:right][:, ::-1][::2, ::2]`.
 */
import * as np from "@deep-dive/ndarray";

/**
 * Cuts a rectangle out of `image`, mirrors it left to right, and keeps every second row and column of that.
 *
 * A slice, a flip and a step are the same thing to an array: another offset, other strides. So the three steps cost nothing,
 * in any order and number, until somebody needs the pixels side by side. Then one copy, of the small result, is enough.
 *
 * @param image shape (h, w) or (h, w, channels), any dtype and layout
 * @param top first row of the rectangle, with 0 <= top and top + height <= h
 * @param left first column, with 0 <= left and left + width <= w
 * @param height rows of the rectangle, from 0 up
 * @param width columns of the rectangle, from 0 up
 * @returns a fresh array in C order, of the image's dtype; shape (⌈height / 2⌉, ⌈width / 2⌉, …). The columns kept are the last
 *   one of the rectangle, the last but two, and so on, since it is mirrored first
 * @throws {np.ValueError} when the rectangle does not lie within the image: `rectangle outside of the image`
 * @example of [[1, 2, 3], [4, 5, 6], [7, 8, 9]], thumbnail(a, 0, 0, 3, 3) is [[3, 1], [9, 7]]
 */
export function thumbnail(
  image: np.NDArray,
  top: number,
  left: number,
  height: number,
  width: number,
): np.NDArray {
  // TODO: three views, one behind the other. Which of them could be a single index?
  throw new Error("not implemented");
}
