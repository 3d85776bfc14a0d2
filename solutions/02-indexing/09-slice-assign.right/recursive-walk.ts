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
  // An axis that the source lacks has stride 0 there: it is repeated.
  const steps = target.shape.map((_, axis) =>
    axis < lacking ? 0 : source.strides[axis - lacking]!,
  );
  const writes: [place: number, value: number][] = [];
  const walk = (axis: number, to: number, from: number): void => {
    if (axis === target.shape.length) writes.push([to, source.data[from]!]);
    else
      for (let i = 0; i < target.shape[axis]!; i++)
        walk(axis + 1, to + i * target.strides[axis]!, from + i * steps[axis]!);
  };
  walk(0, target.offset, source.offset);
  for (const [place, x] of writes) target.data[place] = x;
}

/** As Python prints a tuple: (), (3,), (2,3). */
function tuple(shape: readonly number[]): string {
  return shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(",")})`;
}
