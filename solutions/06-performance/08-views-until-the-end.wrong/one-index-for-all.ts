// caught by: edge cases > a rectangle as wide as the image
// Folds crop and flip into one slice, whose stop is -1 for left = 0: and -1 is the last column.
import * as np from "@deep-dive/ndarray";

export function thumbnail(
  image: np.NDArray,
  top: number,
  left: number,
  height: number,
  width: number,
): np.NDArray {
  const [h = 0, w = 0] = image.shape;
  if (top < 0 || left < 0 || top + height > h || left + width > w)
    throw new np.ValueError("rectangle outside of the image");
  // Flip and downsample are one index. Each would be a view alone, too.
  return np.copy(
    image.get(np.slice(top, top + height, 2), np.slice(left + width - 1, left - 1, -2)),
    { order: "C" },
  );
}
