import type * as np from "@deep-dive/ndarray";
import type { SliceParts } from "../../02-indexing/03-slice-indices.ts";

export function whichSlice(base: np.NDArray, view: np.NDArray): SliceParts[] {
  if (view.shape.includes(0)) return view.shape.map((n): SliceParts => [null, n, null]);
  // The first element's number in the base, and its index, the last axis first.
  let rest = (view.offset - base.offset) / base.itemsize;
  const starts: number[] = [];
  for (const n of base.shape.toReversed()) {
    starts.unshift(rest % n);
    rest = Math.floor(rest / n);
  }
  return starts.map((start, axis): SliceParts => {
    if (view.shape[axis] === 1) return [start, start + 1, null];
    const step = view.strides[axis]! / base.strides[axis]!;
    const last = start + (view.shape[axis]! - 1) * step;
    return [start, step > 0 ? last + 1 : last === 0 ? null : last - 1, step];
  });
}
