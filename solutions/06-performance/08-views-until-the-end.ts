/** Reference answer to 6.08: indices only, and a copy of what is left. */
import * as np from "@deep-dive/ndarray";

export function thumbnail(
  image: np.NDArray,
  top: number,
  left: number,
  height: number,
  width: number,
): np.NDArray {
  const [h, w] = image.shape as [number, number]; // two axes at least
  if (top < 0 || left < 0 || top + height > h || left + width > w)
    throw new np.ValueError("rectangle outside of the image");
  const crop = image.get(np.slice(top, top + height), np.slice(left, left + width));
  // Flip and downsample are one index. Each would be a view alone, too.
  return np.copy(crop.get("::2", "::-2"), { order: "C" });
}
