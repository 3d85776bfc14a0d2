// For each cell of a matrix, all batches at once: rows and columns multiplied and summed along the last axis.
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
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < m; j++) {
      using products = np.multiply(a.get("...", i, ":"), b.get("...", ":", j));
      using sums = np.asarray(np.sum(products, { axis: -1 }));
      result.set(["...", i, j], sums);
    }
  }
  return result;
}
