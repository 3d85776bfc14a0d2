import type { Order } from "../01-c-and-f-strides.ts";

export function stridesFor(shape: readonly number[], itemsize: number, order: Order): number[] {
  const inner = (k: number): readonly number[] =>
    order === "C" ? shape.slice(k + 1) : shape.slice(0, k);
  return shape.map((_, k) => inner(k).reduce((bytes, n) => bytes * (n || 1), itemsize));
}
