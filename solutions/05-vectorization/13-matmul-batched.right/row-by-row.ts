// Row by row, all batches at once: each row of the result is a sum of rows of b.
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
    const row = result.get("...", i, ":");
    for (let k = 0; k < inner; k++) {
      // a[..., i, k] of the whole batch, with an axis to stretch along the row.
      using part = np.multiply(a.get("...", i, k, null), b.get("...", k, ":"));
      np.add(row, part, { out: row });
    }
  }
  return result;
}
