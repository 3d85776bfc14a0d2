import type { Unique } from "../11-unique-inverse.ts";

const isSame = (x: number, y: number): boolean => x === y || (Number.isNaN(x) && Number.isNaN(y));

export function unique(a: Float64Array): Unique {
  const sorted = a.map((x) => x + 0).toSorted();
  const values = sorted.filter((x, i) => i === 0 || !isSame(x, sorted[i - 1]!));
  const inverse = Int32Array.from(a, (x) => values.findIndex((v) => isSame(v, x)));
  const counts = new Int32Array(values.length);
  for (const k of inverse) counts[k]! += 1;
  return { values, inverse, counts };
}
