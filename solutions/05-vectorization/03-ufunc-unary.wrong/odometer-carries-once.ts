// caught by: laws > the result is what NumPy's ufunc gives, in every layout
// Carries from the last axis to the one before it, and never further: right up to two axes.
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
    out[at] = operation(a.item(...index) as number); // a holds float64
    // The odometer: the last digit moves; a full one goes back to 0 and the one before it moves.
    for (let k = a.ndim - 1; k >= Math.max(0, a.ndim - 2); k--) {
      index[k] = index[k]! + 1;
      if (index[k]! < a.shape[k]!) break;
      index[k] = 0;
    }
  }
  return result;
}
