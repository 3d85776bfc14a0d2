/**
 * 4.10 Sort without moving: first the order, then pick by it, each row its own.
 *
 * In NumPy: `np.argsort(a, axis)` and `np.take_along_axis(a, indices, axis)`.
 */
import * as np from "@deep-dive/ndarray";
import type { View } from "../02-indexing/01-offset-of.ts";

/** Positions, as a view has elements. */
export type Indices = View<Int32Array>;

/**
 * For each line along `axis`: the positions that would sort it, smallest first. Of the view's shape, row by row.
 *
 * Equal elements stay in the order that they have (a stable sort). NaN comes last. `axis` may be negative.
 *
 * @throws {np.AxisError} where there is no such axis
 * @example argsort(a, 0), for a line 30, 10, 20 // 1, 2, 0
 */
export function argsort(view: View, axis: number): Indices {
  // TODO: one line first: make the list 0, 1, 2, … and sort it by the elements. What does (a, b) => a - b do with NaN?
  throw new Error("not implemented");
}

/**
 * The elements at these positions along `axis`: result [i, j] is view [indices [i, j], j] for axis 0, and so on.
 *
 * Off the axis, both have the same lengths; the result has the shape of `indices`. Negative positions count from the end.
 *
 * @throws {np.AxisError} where there is no such axis
 * @throws {np.IndexError} "index 5 is out of bounds for axis 0 with size 3"
 */
export function takeAlong(view: View, indices: Indices, axis: number): View {
  // TODO: walk through indices; its own index, with the position put in on the axis, is where to read.
  throw new Error("not implemented");
}
