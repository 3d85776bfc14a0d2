// caught by: a row is written into every row
// Repeats along the last axes instead of the first.
/**
 * 2.09 Write into a slice: only what it shows may change, and an overlapping right side must be read first.
 *
 * In NumPy: `a[1:] = a[:-1]`, `a[::2] = 0`.
 */
import * as np from "@deep-dive/ndarray";
import { type View, offsetOf } from "../01-offset-of.ts";
import type { SliceParts } from "../03-slice-indices.ts";
import { sliceNd } from "../05-slice-nd.ts";

/**
 * Writes `value` into the elements that `slices` pick from `view`, as `a[slices] = value` does.
 *
 * `value` is a number, written everywhere; or a view of the same shape as the slice; or one with fewer axes, whose
 * shape is the end of the slice's: it is repeated along the axes that it lacks (a row for every row).
 *
 * Where `value` shows memory that is written, the result is as if `value` had been copied before.
 *
 * @throws {np.ValueError} "could not broadcast input array from shape (3,) into shape (2,)", before anything is written
 * @example assign(a, [[1, null, null]], sliceNd(a, [[null, -1, null]])) // everything moves up by one place
 */
export function assign(view: View, slices: readonly SliceParts[], value: number | View): void {
  const target = sliceNd(view, slices);
  const source =
    typeof value === "number"
      ? { data: Float64Array.of(value), shape: [], strides: [], offset: 0 }
      : value;
  const lacking = target.shape.length - source.shape.length;
  if (lacking < 0 || source.shape.some((n, axis) => n !== target.shape[axis + lacking])) {
    throw new np.ValueError(
      `could not broadcast input array from shape ${tuple(source.shape)} into shape ${tuple(target.shape)}`,
    );
  }
  const indices = allIndices(target.shape);
  // All reads come before the first write: the two may overlap.
  const values = indices.map(
    (index) => source.data[offsetOf(source, index.slice(0, source.shape.length))]!,
  );
  for (const [k, index] of indices.entries()) target.data[offsetOf(target, index)] = values[k]!;
}

function allIndices(shape: readonly number[]): number[][] {
  return shape.reduce<number[][]>(
    (all, n) => all.flatMap((index) => Array.from({ length: n }, (_, i) => [...index, i])),
    [[]],
  );
}

/** As Python prints a tuple: (), (3,), (2,3). */
function tuple(shape: readonly number[]): string {
  return shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(",")})`;
}
