// caught by: edge cases > bright colours do not wrap at 256
// Adds the channels as uint8: 200 + 200 + 200 is 88.
import * as np from "@deep-dive/ndarray";

export function gray(image: np.NDArray): np.NDArray {
  const sum = np.add(np.add(image.get("...", 0), image.get("...", 1)), image.get("...", 2));
  return np.divide(sum, 3);
}

export function blur(picture: np.NDArray): np.NDArray {
  return np.mean(np.lib.stride_tricks.sliding_window_view(picture, [3, 3]), { axis: [2, 3] });
}

export function thumbnail(image: np.NDArray): np.NDArray {
  return blur(gray(image)).get("::2", "::2");
}
