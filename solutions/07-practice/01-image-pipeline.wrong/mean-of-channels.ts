// caught by: worked examples > pure red, green and blue have the three weights
// The plain mean of the channels: grey, but not as bright as it looks.
import * as np from "@deep-dive/ndarray";

export function gray(image: np.NDArray): np.NDArray {
  return np.mean(image, { axis: -1 });
}

export function blur(picture: np.NDArray): np.NDArray {
  return np.mean(np.lib.stride_tricks.sliding_window_view(picture, [3, 3]), { axis: [2, 3] });
}

export function thumbnail(image: np.NDArray): np.NDArray {
  return blur(gray(image)).get("::2", "::2");
}
