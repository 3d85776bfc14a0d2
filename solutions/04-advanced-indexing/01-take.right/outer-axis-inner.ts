import * as np from "@deep-dive/ndarray";
import type { View } from "../../02-indexing/01-offset-of.ts";
import type { Mode } from "../01-take.ts";

const rowStrides = (shape: readonly number[]): number[] => {
  const strides = shape.map(() => 1);
  for (let k = shape.length - 2; k >= 0; k--) strides[k] = strides[k + 1]! * shape[k + 1]!;
  return strides;
};

export function take(
  view: View,
  indices: readonly number[],
  axis: number,
  mode: Mode = "raise",
): View {
  const { length: ndim } = view.shape;
  const at = axis < 0 ? axis + ndim : axis;
  if (!(at in view.shape)) throw new np.AxisError(axis, ndim);
  const n = view.shape[at]!;
  const places = indices.map((i) => {
    if (n === 0) throw new np.IndexError("cannot do a non-empty take from an empty axes.");
    if (mode === "clip") return i < 0 ? 0 : i >= n ? n - 1 : i;
    if (mode === "wrap") return i - n * Math.floor(i / n);
    if (i >= n || i < -n)
      throw new np.IndexError(`index ${i} is out of bounds for axis ${at} with size ${n}`);
    return (i + n) % n;
  });
  const shape = [...view.shape.slice(0, at), places.length, ...view.shape.slice(at + 1)];
  const values: number[] = [];
  const walk = (k: number, from: number): void => {
    if (k === ndim) values.push(view.data[from]!);
    else if (k === at) for (const p of places) walk(k + 1, from + p * view.strides[k]!);
    else for (let i = 0; i < shape[k]!; i++) walk(k + 1, from + i * view.strides[k]!);
  };
  walk(0, view.offset);
  return { data: Float64Array.from(values), shape, strides: rowStrides(shape), offset: 0 };
}
