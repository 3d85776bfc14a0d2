// caught by: worked examples > a row repeated three times counts three times
// Looks at the last stride alone: the rows may still lie apart, or on top of each other.
import type * as np from "@deep-dive/ndarray";

export function sumOfSquares(a: np.NDArray): number {
  if (a.ndim > 0 && a.strides.at(-1) === 8 && a.size > 0) {
    const owner = a.base ?? a;
    return ofTyped(
      (owner.flags.c_contiguous ? owner : owner.T)
        .ravel()
        .get(`${a.offset / 8}:${a.offset / 8 + a.size}`).data as Float64Array,
    );
  }
  if (a.flags.f_contiguous) return ofTyped(a.T.data as Float64Array); // the same elements, in the other order
  return anyLayout(a);
}

function ofTyped(x: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < x.length; i++) sum += x[i]! * x[i]!;
  return sum;
}

function anyLayout(a: np.NDArray): number {
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
