// Descends axis by axis until what is left is contiguous: a sliced matrix still has fast rows.
import type * as np from "@deep-dive/ndarray";

export function sumOfSquares(a: np.NDArray): number {
  let sum = 0;
  if (a.flags.c_contiguous) {
    const x = a.data as Float64Array;
    for (let i = 0; i < x.length; i++) sum += x[i]! * x[i]!;
  } else if (a.ndim === 1) {
    for (let i = 0; i < a.size; i++) sum += (a.item(i) as number) ** 2;
  } else {
    for (const part of a) sum += sumOfSquares(part);
  }
  return sum;
}
