import * as np from "@deep-dive/ndarray";
import type { Flat, Nested } from "../01-nested-to-array.ts";

/** Each item becomes flat by itself; then all must have one shape. */
export function fromNested(nested: Nested): Flat {
  if (typeof nested === "number") return { data: Float64Array.of(nested), shape: [] };
  const items = nested.map(fromNested);
  const inner = items[0]?.shape ?? [];
  if (
    items.some((item) => item.shape.join() !== inner.join() || item.shape.length !== inner.length)
  )
    throw new np.ValueError("The requested array has an inhomogeneous shape");
  return {
    data: Float64Array.from(items.flatMap((item) => [...item.data])),
    shape: [items.length, ...inner],
  };
}

export function toNested({ data, shape }: Flat): Nested {
  if (shape.length === 0) return data[0]!;
  // Folds the innermost axis, then the next one further out.
  let level: Nested[] = [...data];
  for (const [k, length] of [...shape.entries()].toReversed()) {
    const count = shape.slice(0, k).reduce((a, b) => a * b, 1);
    const folded = level;
    level = Array.from({ length: count }, (_, i) => folded.slice(i * length, (i + 1) * length));
  }
  return level[0]!;
}
