/** One address computation for every element: right for every layout. */
import type * as np from "@deep-dive/ndarray";

export function sumOfSquares(a: np.NDArray): number {
  const index = a.shape.map(() => 0);
  let sum = 0;
  for (let n = 0; n < a.size; n++) {
    sum += (a.item(...index) as number) ** 2; // a holds float64
    for (let k = a.ndim - 1; k >= 0; k--) {
      index[k] = index[k]! + 1;
      if (index[k]! < a.shape[k]!) break;
      index[k] = 0;
    }
  }
  return sum;
}
