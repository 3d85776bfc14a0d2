// caught by: numbers are sorted as numbers: 9 before 10
// sort() without a comparison sorts by text: "10" before "9".
/**
 * 4.10 Sort without moving: first the order, then pick by it, each row its own.
 *
 * In NumPy: `np.argsort(a, axis)` and `np.take_along_axis(a, indices, axis)`.
 */
import * as np from "@deep-dive/ndarray";
import { type View, offsetOf } from "../../02-indexing/01-offset-of.ts";

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
  const at = checked(axis, view.shape.length);
  const n = view.shape[at]!;
  const result = fresh(view.shape);
  for (const index of allIndices(view.shape.with(at, 1))) {
    const line = Array.from({ length: n }, (_, i) => view.data[offsetOf(view, index.with(at, i))]!);
    // JS's sort is stable, so equal elements need nothing.
    const order = [...line.keys()].sort((i, j) =>
      Number.isNaN(line[i]!) || Number.isNaN(line[j]!)
        ? compare(line[i]!, line[j]!)
        : String(line[i]) < String(line[j])
          ? -1
          : Number(String(line[i]) > String(line[j])),
    );
    for (const [i, position] of order.entries())
      result.data[offsetOf(result, index.with(at, i))] = position;
  }
  return result;
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
  const at = checked(axis, view.shape.length);
  const n = view.shape[at]!;
  const values = allIndices(indices.shape).map((index) => {
    const i = indices.data[offsetOf(indices, index)]!;
    if (i < -n || i >= n)
      throw new np.IndexError(`index ${i} is out of bounds for axis ${at} with size ${n}`);
    return view.data[offsetOf(view, index.with(at, i < 0 ? i + n : i))]!;
  });
  return { ...fresh(indices.shape), data: Float64Array.from(values) };
}

/** Below 0 if x comes first. NaN comes last; a difference of two infinities would be NaN. */
function compare(x: number, y: number): number {
  if (Number.isNaN(x) || Number.isNaN(y)) return Number(Number.isNaN(x)) - Number(Number.isNaN(y));
  return x < y ? -1 : Number(x > y);
}

function checked(axis: number, ndim: number): number {
  if (axis < -ndim || axis >= ndim) throw new np.AxisError(axis, ndim);
  return axis < 0 ? axis + ndim : axis;
}

function fresh(shape: readonly number[]): Indices {
  const strides = shape.map((_, k) => shape.slice(k + 1).reduce((a, b) => a * b, 1));
  return { data: new Int32Array(shape.reduce((a, b) => a * b, 1)), shape, strides, offset: 0 };
}

function allIndices(shape: readonly number[]): number[][] {
  return shape.reduce<number[][]>(
    (all, n) => all.flatMap((index) => Array.from({ length: n }, (_, i) => [...index, i])),
    [[]],
  );
}
