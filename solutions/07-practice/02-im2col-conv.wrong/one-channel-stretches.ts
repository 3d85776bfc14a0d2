// caught by: edge cases > different channels are refused, also 1
// Stretches a single channel to all of them, as broadcasting would.
import * as np from "@deep-dive/ndarray";

export function convolve(images: np.NDArray, filters: np.NDArray): np.NDArray {
  const [count, , k] = filters.shape as [number, number, number];
  const channels = Math.max(images.shape[1]!, filters.shape[1]!);
  const whole = np.broadcast_to(images, images.shape.with(1, channels));
  const bank = np.broadcast_to(filters, filters.shape.with(1, channels));
  // (batch, channels, rows, columns, k, k), without a copy.
  const windows = np.lib.stride_tricks.sliding_window_view(whole, [k, k], { axis: [2, 3] });
  const [batch = 0, , rows = 0, columns = 0] = windows.shape;
  // What is summed goes last, in the filters' order. The reshape is where the one copy happens.
  using patches = np
    .transpose(windows, [0, 2, 3, 1, 4, 5])
    .reshape([batch * rows * columns, channels * k * k]);
  const products = np.matmul(patches, bank.reshape([count, channels * k * k]).T);
  return np.moveaxis(products.reshape([batch, rows, columns, count]), 3, 1);
}
