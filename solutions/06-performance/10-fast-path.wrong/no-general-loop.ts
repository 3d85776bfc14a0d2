// caught by: worked examples > every second element only: 1 + 9 = 10
// Has the fast path and nothing behind it.
import type * as np from "@deep-dive/ndarray";

export function sumOfSquares(a: np.NDArray): number {
  if (a.flags.c_contiguous) return ofTyped(a.data as Float64Array); // a holds float64
  if (a.flags.f_contiguous) return ofTyped(a.T.data as Float64Array); // the same elements, in the other order
  return ofTyped(a.data as Float64Array);
}

function ofTyped(x: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < x.length; i++) sum += x[i]! * x[i]!;
  return sum;
}

export function anyLayout(a: np.NDArray): number {
  const index = a.shape.map(() => 0);
  let sum = 0;
  for (let n = 0; n < a.size; n++) {
    sum += (a.item(...index) as number) ** 2;
    for (let k = a.ndim - 1; k >= 0; k--) {
      index[k] = index[k]! + 1;
      if (index[k]! < a.shape[k]!) break;
      index[k] = 0;
    }
  }
  return sum;
}
