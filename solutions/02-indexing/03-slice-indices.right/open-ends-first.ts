import * as np from "@deep-dive/ndarray";
import type { SliceParts } from "../03-slice-indices.ts";

export function sliceIndices(
  [start, stop, step]: SliceParts,
  n: number,
): [start: number, stop: number, step: number] {
  const by = step ?? 1;
  if (by === 0) throw new np.ValueError("slice step cannot be zero");
  const edges = by > 0 ? [0, n] : [n - 1, -1];
  const [from, to] = [start, stop].map((part, k) => {
    if (part === null) return edges[k]!;
    const at = part < 0 ? part + n : part;
    return Math.max(Math.min(...edges), Math.min(Math.max(...edges), at));
  });
  return [from!, to!, by];
}
