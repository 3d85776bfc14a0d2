// caught by: worked examples > the negative of a transpose keeps the transpose's order
// Reads the owner's memory from front to back: right only for arrays that lie in C order.
import * as np from "@deep-dive/ndarray";

export type UnaryName = "negative" | "square" | "sqrt";

const OPERATIONS: Readonly<Record<string, (x: number) => number>> = {
  negative: (x) => -x,
  square: (x) => x * x,
  sqrt: (x) => Math.sqrt(x),
};

export function unary(name: UnaryName, a: np.NDArray): np.NDArray {
  const operation = OPERATIONS[name];
  if (operation === undefined) throw new np.ValueError(`no ufunc called ${name}`);
  const result = np.empty(a.shape);
  const out = result.data as Float64Array; // np.empty makes float64
  const index = a.shape.map(() => 0);
  for (let at = 0; at < a.size; at++) {
    const owner = (a.base ?? a).ravel("K").data as Float64Array;
    out[at] = operation(owner[(a.offset / 8 + at) % owner.length]!);
    // The odometer: the last digit moves; a full one goes back to 0 and the one before it moves.
    for (let k = a.ndim - 1; k >= 0; k--) {
      index[k] = index[k]! + 1;
      if (index[k]! < a.shape[k]!) break;
      index[k] = 0;
    }
  }
  return result;
}
