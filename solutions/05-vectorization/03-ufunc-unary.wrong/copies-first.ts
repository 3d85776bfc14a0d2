// caught by: allocations
// Makes the input contiguous before it starts: right, and one array too many.
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
  const values = np.asarray(a, { order: "C", copy: true }).data as Float64Array;
  for (let at = 0; at < a.size; at++) {
    out[at] = operation(values[at]!);
  }
  return result;
}
