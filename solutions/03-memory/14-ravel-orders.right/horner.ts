/**
 * 3.14 All elements in one line: row by row, column by column, or as they lie in memory.
 *
 * In NumPy: `a.ravel(order)`.
 */
import type { View } from "../../02-indexing/01-offset-of.ts";

/** "C" row by row, "F" column by column, "K" in the order of the memory ("keep"). */
export type RavelOrder = "C" | "F" | "K";

/**
 * The elements of `view` as a line, in that order. Strides count elements of `data`, as in topic 2.
 *
 * - "C": the last index runs fastest. - "F": the first does.
 * - "K": the axis with the smallest stride runs fastest, whatever the sign, and the one with the largest slowest;
 *   axes of equal strides, and those of length 1, stay in the order that they have. (A negative stride is
 *   walked backwards, as always: the elements are not turned round.)
 *
 * Where the elements in that order lie side by side (each 1 behind the last), the result is a view of the same
 * data, with stride 1; else a fresh copy.
 *
 * @example
 * const t = { data, shape: [2, 3], strides: [1, 2], offset: 0 };
 * ravel(t, "F"); // a view: shape [6], strides [1], offset 0
 * ravel(t, "C"); // a copy
 * ravel(t, "K"); // a view: 0, 1, 2, 3, 4, 5 as they lie
 */
export function ravel(view: View, order: RavelOrder = "C"): View {
  const axes = axesIn(view, order).map((axis) => ({
    length: view.shape[axis]!,
    stride: view.strides[axis]!,
  }));
  const size = axes.reduce((product, { length }) => product * length, 1);
  if (isLine(axes)) return { data: view.data, shape: [size], strides: [1], offset: view.offset };
  const data = new Float64Array(size);
  for (let n = 0; n < size; n++) {
    let rest = n;
    let place = view.offset;
    for (const { length, stride } of axes.toReversed()) {
      place += (rest % length) * stride;
      rest = Math.floor(rest / length);
    }
    data[n] = view.data[place]!;
  }
  return { data, shape: [size], strides: [1], offset: 0 };
}

/** The axes from the slowest to the fastest, without those that have one element. */
function axesIn({ shape, strides }: View, order: RavelOrder): number[] {
  const axes = [...shape.keys()].filter((axis) => shape[axis] !== 1);
  if (order === "C") return axes;
  if (order === "F") return axes.toReversed();
  // toSorted is stable: equal strides stay in order.
  return axes.toSorted((a, b) => Math.abs(strides[b]!) - Math.abs(strides[a]!));
}

/** Whether a walk through these axes, the last one fastest, meets place after place. */
function isLine(axes: readonly { length: number; stride: number }[]): boolean {
  if (axes.some(({ length }) => length === 0)) return true;
  let expected = 1;
  for (const { length, stride } of axes.toReversed()) {
    if (stride !== expected) return false;
    expected *= length;
  }
  return true;
}
