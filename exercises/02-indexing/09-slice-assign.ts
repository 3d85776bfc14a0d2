/**
 * 2.09 Write into a slice: only what it shows may change, and an overlapping right side must be read first.
 *
 * In NumPy: `a[1:] = a[:-1]`, `a[::2] = 0`.
 */
import * as np from "@deep-dive/ndarray";
import { type View, offsetOf } from "./01-offset-of.ts";
import type { SliceParts } from "./03-slice-indices.ts";
import { sliceNd } from "./05-slice-nd.ts";

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
  // TODO: sliceNd gives the target. Walk through its indices; value's index is the end of the target's.
  throw new Error("not implemented");
}
