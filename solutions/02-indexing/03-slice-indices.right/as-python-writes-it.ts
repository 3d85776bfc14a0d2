import * as np from "@deep-dive/ndarray";
import type { SliceParts } from "../03-slice-indices.ts";

export function sliceIndices(
  [start, stop, step]: SliceParts,
  n: number,
): [start: number, stop: number, step: number] {
  if (step === 0) throw new np.ValueError("slice step cannot be zero");
  const by = step ?? 1;
  const isDown = by < 0;
  let from = start ?? (isDown ? n - 1 : 0);
  let to = stop ?? (isDown ? -1 : n);
  if (start !== null) {
    if (start < 0) from = start + n < 0 ? (isDown ? -1 : 0) : start + n;
    else if (start >= n) from = isDown ? n - 1 : n;
  }
  if (stop !== null) {
    if (stop < 0) to = stop + n < 0 ? (isDown ? -1 : 0) : stop + n;
    else if (stop >= n) to = isDown ? n - 1 : n;
  }
  return [from, to, by];
}
