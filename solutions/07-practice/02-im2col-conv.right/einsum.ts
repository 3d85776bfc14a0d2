// Names the axes, and lets einsum find the product.
import * as np from "@deep-dive/ndarray";

export function convolve(images: np.NDArray, filters: np.NDArray): np.NDArray {
  const [, channels, k] = filters.shape as [number, number, number];
  if (images.shape[1] !== channels)
    throw new np.ValueError(`images have ${images.shape[1]} channels and filters ${channels}`);
  // (batch, channels, rows, columns, k, k), without a copy.
  const windows = np.lib.stride_tricks.sliding_window_view(images, [k, k], { axis: [2, 3] });
  return np.einsum("bcijuv,fcuv->bfij", windows, filters) as np.NDArray;
}
