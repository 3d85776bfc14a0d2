// caught by: touches
// Right, but finds out whether there is a gap by listing every place.
import type { View } from "../../02-indexing/01-offset-of.ts";
import type { RavelOrder } from "../14-ravel-orders.ts";

export function ravel(view: View, order: RavelOrder = "C"): View {
  const axes = view.shape
    .map((length, k) => [length, view.strides[k]!] as const)
    .filter(([length]) => length !== 1);
  if (order === "F") axes.reverse();
  if (order === "K") axes.sort(([, s], [, t]) => Math.abs(t) - Math.abs(s));
  const places = axes.reduce(
    (all, [length, stride]) =>
      all.flatMap((at) => Array.from({ length }, (_, i) => at + i * stride)),
    [view.offset],
  );
  const isView = places.every((place, i) => place === view.offset + i);
  if (isView) return { data: view.data, shape: [places.length], strides: [1], offset: view.offset };
  return {
    data: Float64Array.from(places, (place) => view.data[place]!),
    shape: [places.length],
    strides: [1],
    offset: 0,
  };
}
