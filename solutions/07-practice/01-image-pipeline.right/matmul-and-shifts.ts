// The weighted sum as a product with a vector; the blur in two directions, one after the other.
import * as np from "@deep-dive/ndarray";

export function gray(image: np.NDArray): np.NDArray {
  return np.matmul(image, np.asarray([0.299, 0.587, 0.114]));
}

export function blur(picture: np.NDArray): np.NDArray {
  // Nine terms become three and three, since the window is a product of a row and a column.
  const across = np.add(picture.get(":", ":-2"), picture.get(":", "1:-1"));
  np.add(across, picture.get(":", "2:"), { out: across });
  const down = np.add(across.get(":-2"), across.get("1:-1"));
  np.add(down, across.get("2:"), { out: down });
  return np.divide(down, 9, { out: down });
}

export function thumbnail(image: np.NDArray): np.NDArray {
  return blur(gray(image)).get("::2", "::2");
}
