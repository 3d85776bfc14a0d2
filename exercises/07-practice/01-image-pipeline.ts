/**
 * Turn a colour photo into a small grey, smoothed one: three steps that every image program has.
 *
 * With NumPy it takes a weighted sum over the last axis, `sliding_window_view`, and a slice with step 2.
 */
import * as np from "@deep-dive/ndarray";

/**
 * Brightness: `0.299 * red + 0.587 * green + 0.114 * blue` (the weights of ITU-R BT.601: eyes see green best).
 *
 * @param image shape (h, w, 3), uint8, any layout
 * @returns float64 of shape (h, w), values from 0 to 255
 */
export function gray(image: np.NDArray): np.NDArray {
  // TODO: image.get("...", 0) is the red channel, a view. Beware of uint8 arithmetic, which wraps at 256.
  throw new Error("not implemented");
}

/**
 * Each pixel becomes the mean of the 3 × 3 pixels around it. Pixels without eight neighbours are left out.
 *
 * @param picture float64 of shape (h, w) with h, w >= 3, any layout
 * @returns float64 of shape (h - 2, w - 2)
 */
export function blur(picture: np.NDArray): np.NDArray {
  // TODO: nine shifted views of `picture` have the result's shape; or look at np.lib.stride_tricks.
  throw new Error("not implemented");
}

/**
 * Grey, blurred, and every second row and column of that, beginning with the first.
 *
 * For an image of h × w pixels the element storage made during the call may take at most 5 * h * w * 8 bytes: five grey images.
 * No loops: the pixels are the library's business.
 *
 * @param image shape (h, w, 3) with h, w >= 3, uint8, any layout; it is left alone
 * @returns float64 of shape (⌈(h - 2) / 2⌉, ⌈(w - 2) / 2⌉)
 */
export function thumbnail(image: np.NDArray): np.NDArray {
  // TODO: put the two together; the last step makes no array at all.
  throw new Error("not implemented");
}
