// caught by: edge cases > two filters make two pictures of each image
// Leaves the filters' axis where the product put it.
import * as np from "@deep-dive/ndarray";

export function convolve(images: np.NDArray, filters: np.NDArray): np.NDArray {
  const [count, channels, k] = filters.shape as [number, number, number];
  if (images.shape[1] !== channels)
    throw new np.ValueError(`images have ${images.shape[1]} channels and filters ${channels}`);
  // (batch, channels, rows, columns, k, k), without a copy.
  const windows = np.lib.stride_tricks.sliding_window_view(images, [k, k], { axis: [2, 3] });
  const [batch = 0, , rows = 0, columns = 0] = windows.shape;
  // What is summed goes last, in the filters' order. The reshape is where the one copy happens.
  using patches = np
    .transpose(windows, [0, 2, 3, 1, 4, 5])
    .reshape([batch * rows * columns, channels * k * k]);
  const products = np.matmul(patches, filters.reshape([count, channels * k * k]).T);
  return products.reshape([batch, count, rows, columns]);
}
