/** Seven loops: batch, filter, row, column, channel, and two within the window. */
import * as np from "@deep-dive/ndarray";

export function convolve(images: np.NDArray, filters: np.NDArray): np.NDArray {
  const [batch, channels, h, w] = images.shape as [number, number, number, number];
  const [count, , k] = filters.shape as [number, number, number];
  const [rows, columns] = [h - k + 1, w - k + 1];
  const x = np.copy(images, { order: "C" }).data as Float64Array;
  const y = np.copy(filters, { order: "C" }).data as Float64Array;
  const result = np.empty([batch, count, rows, columns]);
  const out = result.data as Float64Array;
  let at = 0;
  for (let b = 0; b < batch; b++) {
    for (let f = 0; f < count; f++) {
      for (let i = 0; i < rows; i++) {
        for (let j = 0; j < columns; j++) {
          let sum = 0;
          for (let c = 0; c < channels; c++) {
            for (let u = 0; u < k; u++) {
              for (let v = 0; v < k; v++) {
                sum +=
                  x[((b * channels + c) * h + i + u) * w + j + v]! *
                  y[((f * channels + c) * k + u) * k + v]!;
              }
            }
          }
          out[at++] = sum;
        }
      }
    }
  }
  return result;
}
