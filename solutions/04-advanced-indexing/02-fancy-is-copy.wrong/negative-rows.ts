// caught by: rows 2, 0 and 2 again
// Reads what lies before the first row.
/**
 * 4.02 Reading by a list copies, writing by a list reaches the array itself. Both look like a[[0, 1]].
 *
 * In NumPy: `b = a[rows]` and `a[rows] = value`.
 */
import * as np from "@deep-dive/ndarray";
import { type View, offsetOf } from "../../02-indexing/01-offset-of.ts";

/**
 * Nine cards. Each begins with a = [0, 1, 2, 3, 4]. What is the element asked for, after the line?
 *
 * 1. b = a[[0, 1]]; b[0] = 9    a[0]?     6. a[a > 2][:] = 9         a[3]?
 * 2. a[[0, 1]] = 9              a[1]?     7. a[a > 2] = 9            a[3]?
 * 3. b = a[0:2]; b[0] = 9       a[0]?     8. b = a[[2]]; b += 5      a[2]?
 * 4. a[[0, 1]][0] = 9           a[0]?     9. a[[1, 1]] += 5          a[1]?
 * 5. a[0:2][[0]] = 9            a[0]?
 */
export function answers(): number[] {
  return [
    0, // b is a copy
    9, // an assignment by a list writes into a
    9, // b is a view
    0, // reads a copy first, then writes into that
    9, // reads a view first, then writes through it
    3, // a mask copies, like a list
    9,
    2, // b is a copy, whatever is done to it
    6, // reads a copy of two, adds to both, writes back 6 twice
  ];
}

/**
 * The rows (slices of the first axis) at these positions, as a fresh array, row by row. Negative ones count from the end.
 *
 * @throws {np.IndexError} "index 5 is out of bounds for axis 0 with size 3"
 */
export function getRows(view: View, rows: readonly number[]): View {
  const shape = view.shape.with(0, rows.length);
  const places = rows.flatMap((row) => placesOfRow(view, row));
  const strides = shape.map((_, k) => shape.slice(k + 1).reduce((a, b) => a * b, 1));
  return {
    data: Float64Array.from(places, (place) => view.data[place]!),
    shape,
    strides,
    offset: 0,
  };
}

/**
 * Writes into the rows at these positions: a number everywhere, or `value`'s row k into row `rows[k]`.
 *
 * Where a row is named twice, the last one written stays. `value` has the shape that getRows would give.
 *
 * @throws {np.IndexError} as above, before anything is written
 */
export function setRows(view: View, rows: readonly number[], value: number | View): void {
  // All places first: a wrong row must be noticed before anything is written.
  const places = rows.flatMap((row) => placesOfRow(view, row));
  const from =
    typeof value === "number"
      ? null
      : value.shape[0] === 0
        ? []
        : rows.flatMap((_, k) => placesOfRow(value, k));
  const values = places.map((_, k) => (typeof value === "number" ? value : value.data[from![k]!]!));
  for (const [k, place] of places.entries()) view.data[place] = values[k]!;
}

/** Where the elements of one row lie, row by row. */
function placesOfRow(view: View, row: number): number[] {
  const n = view.shape[0]!;
  if (row < -n || row >= n)
    throw new np.IndexError(`index ${row} is out of bounds for axis 0 with size ${n}`);
  const indices = view.shape
    .slice(1)
    .reduce<number[][]>(
      (all, length) => all.flatMap((index) => Array.from({ length }, (_, i) => [...index, i])),
      [[row]],
    );
  return indices.map((index) => offsetOf(view, index));
}
