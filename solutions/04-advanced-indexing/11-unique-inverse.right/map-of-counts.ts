import type { Unique } from "../11-unique-inverse.ts";

export function unique(a: Float64Array): Unique {
  // A Map takes NaN for equal to itself, and 0 for -0.
  const found = new Map<number, number>();
  for (const x of a) found.set(x, (found.get(x) ?? 0) + 1);
  const values = Float64Array.from(found.keys()).sort(); // typed arrays sort numbers, NaN last
  const place = new Map([...values].map((x, k) => [x, k]));
  return {
    values,
    inverse: Int32Array.from(a, (x) => place.get(x)!),
    counts: Int32Array.from(values, (x) => found.get(x)!),
  };
}
