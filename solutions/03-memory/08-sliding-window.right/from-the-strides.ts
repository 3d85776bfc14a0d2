import * as np from "@deep-dive/ndarray";

export function slidingWindow(a: np.NDArray, w: number): np.NDArray {
  const count = a.shape[0]! - w + 1;
  if (count < 1) throw new np.ValueError("window shape cannot be larger than input array shape");
  if (count > a.shape[0]!) throw new np.ValueError("window shape must be at least 1");
  return np.lib.stride_tricks.as_strided(a, {
    shape: [count, w],
    strides: [...a.strides, ...a.strides],
  });
}

export function movingMean(a: np.NDArray, w: number): np.NDArray {
  return np.divide(np.sum(slidingWindow(a, w), { axis: -1, dtype: "float64" }), w);
}
