// Windows as rows, filters as columns: one product for the whole stack, and an axis to move afterwards.
import * as np from "@deep-dive/ndarray";

export function convolve(images: np.NDArray, filters: np.NDArray): np.NDArray {
  const [count, channels, k] = filters.shape as [number, number, number];
  if (images.shape[1] !== channels)
    throw new np.ValueError(`images have ${images.shape[1]} channels and filters ${channels}`);
  // (batch, channels, rows, columns, k, k), without a copy.
  const windows = np.lib.stride_tricks.sliding_window_view(images, [k, k], { axis: [2, 3] });
  const [batch, , rows, columns] = windows.shape as [number, number, number, number];
  // What is summed goes last, in the filters' order. The reshape is where the one copy happens.
  using patches = np
    .transpose(windows, [0, 2, 3, 1, 4, 5])
    .reshape([batch * rows * columns, channels * k * k]);
  const products = np.matmul(patches, filters.reshape([count, channels * k * k]).T);
  return np.moveaxis(products.reshape([batch, rows, columns, count]), 3, 1);
}
