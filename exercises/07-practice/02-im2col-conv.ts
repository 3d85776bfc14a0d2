/**
 * Run a bank of filters over a stack of images as one matrix product.
 *
 * The trick is called im2col, and is how convolutional networks were first made fast. With NumPy it takes
 * `sliding_window_view`, `reshape` and `@`.
 */
import * as np from "@deep-dive/ndarray";

/**
 * The valid cross-correlation (what neural networks call convolution):
 *
 *     result[b, f, i, j] = Σ_c Σ_u Σ_v  images[b, c, i + u, j + v] * filters[f, c, u, v]
 *
 * That is seven loops, and `02-im2col-conv.naive.ts` has them all. Yet it is a matrix product: lay each filter out as a row of
 * c·k·k numbers, and the window of each place (i, j) as a column of c·k·k. The windows are a view; making them columns
 * needs one copy, which is k² times as large as the images. More than that may not be alive at once.
 *
 * No loops: windows, an order of axes, a reshape, a product.
 *
 * @param images float64 of shape (batch, channels, h, w), any layout
 * @param filters float64 of shape (filters, channels, k, k), any layout, with 1 <= k <= h, w
 * @returns float64 of shape (batch, filters, h - k + 1, w - k + 1)
 * @throws {np.ValueError} when the channels differ: `images have 3 channels and filters 1`
 */
export function convolve(images: np.NDArray, filters: np.NDArray): np.NDArray {
  // TODO: np.lib.stride_tricks.sliding_window_view(images, [k, k], { axis: [2, 3] }) has which shape? Which axes are summed?
  throw new Error("not implemented");
}
