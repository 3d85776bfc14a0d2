import type { Order } from "../01-c-and-f-strides.ts";

export function stridesFor(shape: readonly number[], itemsize: number, order: Order): number[] {
  if (shape.length === 0) return [];
  if (order === "F") return stridesFor(shape.toReversed(), itemsize, "C").toReversed();
  const inner = stridesFor(shape.slice(1), itemsize, "C");
  return [inner.length === 0 ? itemsize : inner[0]! * Math.max(1, shape[1]!), ...inner];
}
