import * as np from "@deep-dive/ndarray";
import type { View } from "../01-offset-of.ts";

interface Axis {
  length: number;
  stride: number;
}

const product = (lengths: readonly number[]): number => lengths.reduce((a, b) => a * b, 1);

/** The fewest axes that walk the same way: neighbours without a gap become one, length 1 goes. */
function merged({ shape, strides }: View): Axis[] {
  const axes: Axis[] = [];
  shape.forEach((length, k) => {
    if (length === 1) return;
    const last = axes.at(-1);
    if (last !== undefined && last.stride === length * strides[k]!)
      axes[axes.length - 1] = { length: last.length * length, stride: strides[k]! };
    else axes.push({ length, stride: strides[k]! });
  });
  return axes;
}

/** From the right: each new axis must divide what is left of a merged one. */
export function viewStrides(view: View, shape: readonly number[]): number[] | null {
  const strides = shape.map((_, k) => product(shape.slice(k + 1)));
  if (product(shape) === 0) return strides;
  const axes = merged(view);
  let axis = axes.pop() ?? { length: 1, stride: 1 };
  for (let k = shape.length - 1; k >= 0; k--) {
    if (shape[k] === 1) continue;
    if (axis.length === 1) axis = axes.pop()!;
    if (axis.length % shape[k]! !== 0) return null;
    strides[k] = axis.stride;
    axis = { length: axis.length / shape[k]!, stride: axis.stride * shape[k]! };
  }
  return strides;
}

export function reshape(view: View, shape: readonly number[]): View {
  const size = product(view.shape);
  const open = shape.flatMap((n, k) => (n === -1 ? [k] : []));
  if (open.length > 1) throw new np.ValueError("can only specify one unknown dimension");
  const lengths = [...shape];
  for (const k of open) lengths[k] = size / product(shape.filter((n) => n !== -1));
  if (lengths.some((n) => !Number.isInteger(n)) || product(lengths) !== size)
    throw new np.ValueError(
      `cannot reshape array of size ${size} into shape ${shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(",")})`}`,
    );
  const strides = viewStrides(view, lengths);
  if (strides !== null) return { data: view.data, shape: lengths, strides, offset: view.offset };
  const copy = new Float64Array(size);
  let n = 0;
  const walk = (axis: number, at: number): void => {
    if (axis === view.shape.length) copy[n++] = view.data[at]!;
    else for (let i = 0; i < view.shape[axis]!; i++) walk(axis + 1, at + i * view.strides[axis]!);
  };
  walk(0, view.offset);
  return {
    data: copy,
    shape: lengths,
    strides: lengths.map((_, k) => product(lengths.slice(k + 1))),
    offset: 0,
  };
}
