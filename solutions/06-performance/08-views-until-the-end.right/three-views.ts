// Three steps, three views, as the task says them.
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
  const crop = image.get(np.slice(top, top + height), np.slice(left, left + width));
  const mirrored = np.flip(crop, { axis: 1 });
  const small = mirrored.get("::2", "::2");
  return small.copy();
}
