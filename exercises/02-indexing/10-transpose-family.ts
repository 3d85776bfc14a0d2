/**
 * 2.10 Turn the axes round: no element moves, the strides change places.
 *
 * In NumPy: `a.transpose(axes)`, `np.swapaxes`, `np.moveaxis`.
 */
import * as np from "@deep-dive/ndarray";
import type { View } from "./01-offset-of.ts";

/**
 * The view whose axis k is axis `axes[k]` of `view`. Without `axes` the order is reversed. Negative axes count from the last.
 *
 * @throws {np.ValueError} "axes don't match array" where there are not as many as the view has
 * @throws {np.ValueError} "repeated axis in transpose"
 * @throws {np.AxisError} "axis 3 is out of bounds for array of dimension 2"
 * @example transpose({ data, shape: [2, 3], strides: [3, 1], offset: 0 }) // shape [3, 2], strides [1, 3]
 */
export function transpose(view: View, axes?: readonly number[]): View {
  // TODO: which axis does each place of the result take its length and its stride from?
  throw new Error("not implemented");
}

/** The view with two axes exchanged. @throws {np.AxisError} where there is no such axis */
export function swapaxes(view: View, axis1: number, axis2: number): View {
  // TODO: make the list of axes, exchange two of them, and call transpose.
  throw new Error("not implemented");
}

/**
 * The view with axis `source` moved to place `destination`; the others keep their order.
 *
 * @throws {np.AxisError} where there is no such axis or place
 * @example moveaxis(a, 0, -1).shape // [a.shape[1], a.shape[2], a.shape[0]], for three axes
 */
export function moveaxis(view: View, source: number, destination: number): View {
  throw new Error("not implemented");
}
