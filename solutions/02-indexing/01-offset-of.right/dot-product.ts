import type { View } from "../01-offset-of.ts";

export const offsetOf = (view: View<ArrayLike<number>>, index: readonly number[]): number =>
  view.strides.reduce((place, stride, axis) => place + stride * index[axis]!, view.offset);
