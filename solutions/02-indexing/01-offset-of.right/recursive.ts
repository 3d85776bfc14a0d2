import type { View } from "../01-offset-of.ts";

export function offsetOf(view: View<ArrayLike<number>>, index: readonly number[]): number {
  const axis = index.length - 1;
  if (axis < 0) return view.offset;
  return index[axis]! * view.strides[axis]! + offsetOf(view, index.slice(0, axis));
}
