/** Reference answer to 7.02: filters as rows, windows as columns, one product for each image of the stack. */
import * as np from "@deep-dive/ndarray";

export function convolve(images: np.NDArray, filters: np.NDArray): np.NDArray {
  const [count, channels, k] = filters.shape as [number, number, number];
  if (images.shape[1] !== channels)
    throw new np.ValueError(`images have ${images.shape[1]} channels and filters ${channels}`);
  // (batch, channels, rows, columns, k, k), without a copy.
  const windows = np.lib.stride_tricks.sliding_window_view(images, [k, k], { axis: [2, 3] });
  const [batch, , rows, columns] = windows.shape as [number, number, number, number];
  // What is summed goes in front of the places, in the filters' order. The reshape is where the one copy happens.
  using patches = np
    .transpose(windows, [0, 1, 4, 5, 2, 3])
    .reshape([batch, channels * k * k, rows * columns]);
  // The batch of patches broadcasts against one matrix of filters, and the result lies as it should.
  return np
    .matmul(filters.reshape([count, channels * k * k]), patches)
    .reshape([batch, count, rows, columns]);
}
