// caught by: bytes
// Right, and every operation leaves another array behind.
import * as np from "@deep-dive/ndarray";

export function gray(image: np.NDArray): np.NDArray {
  const red = np.multiply(image.get("...", 0), 0.299);
  const green = np.multiply(image.get("...", 1), 0.587);
  const blue = np.multiply(image.get("...", 2), 0.114);
  return np.add(np.add(red, green), blue);
}

export function blur(p: np.NDArray): np.NDArray {
  const rows = np.add(np.add(p.get(":-2"), p.get("1:-1")), p.get("2:"));
  const all = np.add(np.add(rows.get(":", ":-2"), rows.get(":", "1:-1")), rows.get(":", "2:"));
  return np.divide(all, 9);
}

export function thumbnail(image: np.NDArray): np.NDArray {
  return np.copy(blur(gray(image)).get("::2", "::2"));
}
