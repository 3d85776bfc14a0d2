// One axis at a time, and the rest of the array by the same function.
import * as np from "@deep-dive/ndarray";

export type UnaryName = "negative" | "square" | "sqrt";

export function unary(name: UnaryName, a: np.NDArray): np.NDArray {
  if (!["negative", "square", "sqrt"].includes(name))
    throw new np.ValueError(`no ufunc called ${name}`);
  const result = np.empty(a.shape);
  let at = 0;
  const visit = (index: number[]): void => {
    if (index.length < a.ndim) {
      for (let i = 0; i < a.shape[index.length]!; i++) visit([...index, i]);
      return;
    }
    const x = a.item(...index) as number;
    (result.data as Float64Array)[at++] =
      name === "negative" ? -x : name === "square" ? x * x : Math.sqrt(x);
  };
  visit([]);
  return result;
}
