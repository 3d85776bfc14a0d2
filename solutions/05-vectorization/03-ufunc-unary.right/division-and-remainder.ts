// Takes the flat number apart into digits instead of counting them up.
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
  for (let at = 0; at < a.size; at++) {
    const index: number[] = [];
    let rest = at;
    for (const length of a.shape.toReversed()) {
      index.unshift(rest % length);
      rest = Math.floor(rest / length);
    }
    out[at] = operation(a.item(...index) as number);
  }
  return result;
}
