// caught by: peak-bytes
// All products at once, (..., n, k, m), and a sum over the middle: short, and k times the memory.
import * as np from "@deep-dive/ndarray";
import { broadcastShapes } from "../01-broadcast-shapes.ts";

export function matmul(a: np.NDArray, b: np.NDArray): np.NDArray {
  const [n, inner] = a.shape.slice(-2) as [number, number]; // two axes at least
  const [other, m] = b.shape.slice(-2) as [number, number];
  if (inner !== other) {
    throw new np.ValueError(
      `matmul: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature (n?,k),(k,m?)->(n?,m?) (size ${other} is different from ${inner})`,
    );
  }
  const result = np.zeros([...broadcastShapes([a.shape.slice(0, -2), b.shape.slice(0, -2)]), n, m]);
  const products = np.multiply(a.get("...", null), b.get("...", null, ":", ":"));
  return np.sum(products, { axis: -2, out: result });
}
