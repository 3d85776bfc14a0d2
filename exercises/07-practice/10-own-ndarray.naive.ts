/** Broadcasting addition that computes the place of every element anew, in both operands. */
import type { View } from "../02-indexing/01-offset-of.ts";

export function add(a: View, b: View): View {
  const ndim = Math.max(a.shape.length, b.shape.length);
  const length = ({ shape }: View, k: number): number => shape[shape.length - ndim + k] ?? 1;
  const shape = Array.from({ length: ndim }, (_, k) =>
    length(a, k) === 1 ? length(b, k) : length(a, k),
  );
  const strides = shape.map((_, k) => shape.slice(k + 1).reduce((product, n) => product * n, 1));
  const data = new Float64Array(shape.reduce((product, n) => product * n, 1));
  const place = (view: View, index: readonly number[]): number =>
    view.strides.reduce(
      (at, stride, k) =>
        at + (view.shape[k] === 1 ? 0 : index[k + ndim - view.shape.length]! * stride),
      view.offset,
    );
  for (let n = 0; n < data.length; n++) {
    const index = strides.map((stride, k) => Math.floor(n / stride) % shape[k]!);
    data[n] = a.data[place(a, index)]! + b.data[place(b, index)]!;
  }
  return { data, shape, strides, offset: 0 };
}
