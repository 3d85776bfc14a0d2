// Takes every second window first, and averages only those: a quarter of the work.
import * as np from "@deep-dive/ndarray";

export function gray(image: np.NDArray): np.NDArray {
  const weights = np.asarray([0.299, 0.587, 0.114]);
  return np.einsum("ijc,c->ij", image, weights);
}

const windows = (picture: np.NDArray): np.NDArray =>
  np.lib.stride_tricks.sliding_window_view(picture, [3, 3]);

export function blur(picture: np.NDArray): np.NDArray {
  return np.mean(windows(picture), { axis: [-2, -1] });
}

export function thumbnail(image: np.NDArray): np.NDArray {
  return np.mean(windows(gray(image)).get("::2", "::2"), { axis: [-2, -1] });
}
