/** Reference answer to 5.13: a sum of outer products; broadcasting does the batches. */
import * as np from "@deep-dive/ndarray";
import { broadcastShapes } from "./01-broadcast-shapes.ts";

export function matmul(a: np.NDArray, b: np.NDArray): np.NDArray {
  const [n, inner] = a.shape.slice(-2) as [number, number]; // two axes at least
  const [other, m] = b.shape.slice(-2) as [number, number];
  if (inner !== other) {
    throw new np.ValueError(
      `matmul: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature (n?,k),(k,m?)->(n?,m?) (size ${other} is different from ${inner})`,
    );
  }
  const result = np.zeros([...broadcastShapes([a.shape.slice(0, -2), b.shape.slice(0, -2)]), n, m]);
  for (let k = 0; k < inner; k++) {
    // Column k of every a, (..., n, 1), and row k of every b, (..., 1, m): the last two axes broadcast like the rest.
    const product = np.multiply(a.get("...", k, null), b.get("...", null, k, ":"));
    np.add(result, product, { out: result });
    product.dispose(); // n·m per batch, again and again: no need to keep them all
  }
  return result;
}
