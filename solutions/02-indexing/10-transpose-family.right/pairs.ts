/**
 * 2.10 Turn the axes round: no element moves, the strides change places.
 *
 * In NumPy: `a.transpose(axes)`, `np.swapaxes`, `np.moveaxis`.
 */
import * as np from "@deep-dive/ndarray";
import type { View } from "../01-offset-of.ts";

/**
 * The view whose axis k is axis `axes[k]` of `view`. Without `axes` the order is reversed. Negative axes count from the last.
 *
 * @throws {np.ValueError} "axes don't match array" where there are not as many as the view has
 * @throws {np.ValueError} "repeated axis in transpose"
 * @throws {np.AxisError} "axis 3 is out of bounds for array of dimension 2"
 * @example transpose({ data, shape: [2, 3], strides: [3, 1], offset: 0 }) // shape [3, 2], strides [1, 3]
 */
export function transpose(view: View, axes?: readonly number[]): View {
  const ndim = view.shape.length;
  const order = axes === undefined ? [...view.shape.keys()].toReversed() : axes;
  if (order.length !== ndim) throw new np.ValueError("axes don't match array");
  const from = order.map((axis) => normalized(axis, ndim));
  if (new Set(from).size !== ndim) throw new np.ValueError("repeated axis in transpose");
  const axisPairs = view.shape.map((n, axis) => ({ n, stride: view.strides[axis]! }));
  const turned = from.map((axis) => axisPairs[axis]!);
  return { ...view, shape: turned.map(({ n }) => n), strides: turned.map(({ stride }) => stride) };
}

/** The view with two axes exchanged. @throws {np.AxisError} where there is no such axis */
export function swapaxes(view: View, axis1: number, axis2: number): View {
  const axes = [...view.shape.keys()];
  const [a, b] = [normalized(axis1, axes.length), normalized(axis2, axes.length)];
  return transpose(view, axes.with(a, b).with(b, a));
}

/**
 * The view with axis `source` moved to place `destination`; the others keep their order.
 *
 * @throws {np.AxisError} where there is no such axis or place
 * @example moveaxis(a, 0, -1).shape // [a.shape[1], a.shape[2], a.shape[0]], for three axes
 */
export function moveaxis(view: View, source: number, destination: number): View {
  const axes = [...view.shape.keys()];
  const [from, to] = [normalized(source, axes.length), normalized(destination, axes.length)];
  // Taken out first: places count without the axis that moves.
  return transpose(view, axes.toSpliced(from, 1).toSpliced(to, 0, from));
}

function normalized(axis: number, ndim: number): number {
  if (axis < -ndim || axis >= ndim) throw new np.AxisError(axis, ndim);
  return axis < 0 ? axis + ndim : axis;
}
