import type { View } from "../../02-indexing/01-offset-of.ts";
import type { RavelOrder } from "../14-ravel-orders.ts";

const reordered = (view: View, axes: readonly number[]): View => ({
  ...view,
  shape: axes.map((axis) => view.shape[axis]!),
  strides: axes.map((axis) => view.strides[axis]!),
});

export function ravel(view: View, order: RavelOrder = "C"): View {
  const long = [...view.shape.keys()].filter((axis) => view.shape[axis]! !== 1);
  const distance = (axis: number): number => Math.abs(view.strides[axis]!);
  if (order === "F") return ravel(reordered(view, long.toReversed()));
  if (order === "K")
    return ravel(
      reordered(
        view,
        long.toSorted((a, b) => distance(b) - distance(a)),
      ),
    );
  const { data, shape, strides, offset } = reordered(view, long);
  const size = shape.reduce((a, b) => a * b, 1);
  const steps = shape.map((_, k) => shape.slice(k + 1).reduce((a, b) => a * b, 1));
  if (size === 0 || strides.every((s, k) => s === steps[k]))
    return { data, shape: [size], strides: [1], offset };
  const copy = new Float64Array(size).map((_, n) => {
    const place = shape.reduce(
      (at, length, k) => at + (Math.floor(n / steps[k]!) % length) * strides[k]!,
      offset,
    );
    return data[place]!;
  });
  return { data: copy, shape: [size], strides: [1], offset: 0 };
}
