// caught by: edge cases > a rectangle that reaches outside is refused
// Leaves the check to slicing, which shortens instead of refusing.
import * as np from "@deep-dive/ndarray";

export function thumbnail(
  image: np.NDArray,
  top: number,
  left: number,
  height: number,
  width: number,
): np.NDArray {
  const crop = image.get(np.slice(top, top + height), np.slice(left, left + width));
  // Flip and downsample are one index. Each would be a view alone, too.
  return np.copy(crop.get("::2", "::-2"), { order: "C" });
}
