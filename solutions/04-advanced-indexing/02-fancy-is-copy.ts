/**
 * 4.02 Reading by a list copies, writing by a list reaches the array itself. Both look like a[[0, 1]].
 *
 * In NumPy: `b = a[rows]` and `a[rows] = value`.
 */
import * as np from "@deep-dive/ndarray";
import { type View, offsetOf } from "../02-indexing/01-offset-of.ts";

/** Every card that a seed may deal. */
export const answers: Record<string, number> = {
  // b is a copy.
  "b = a[[0, 1]]; b[0] = 9 then a[0]": 0,
  "b = a[[1, 2]]; b[0] = 7 then a[1]": 1,
  "b = a[[2, 3]]; b[0] = 8 then a[2]": 2,
  "b = a[[3, 4]]; b[0] = 6 then a[3]": 3,
  // An assignment by a list writes into a.
  "a[[0, 1]] = 9 then a[1]": 9,
  "a[[1, 2]] = 7 then a[2]": 7,
  "a[[2, 3]] = 8 then a[3]": 8,
  "a[[3, 4]] = 6 then a[4]": 6,
  // b is a view.
  "b = a[0:2]; b[0] = 9 then a[0]": 9,
  "b = a[1:3]; b[0] = 7 then a[1]": 7,
  "b = a[2:4]; b[0] = 8 then a[2]": 8,
  "b = a[3:5]; b[0] = 6 then a[3]": 6,
  // Reads a copy first, then writes into that.
  "a[[0, 1]][0] = 9 then a[0]": 0,
  "a[[1, 2]][0] = 7 then a[1]": 1,
  "a[[2, 3]][0] = 8 then a[2]": 2,
  "a[[3, 4]][0] = 6 then a[3]": 3,
  // Reads a view first, then writes through it.
  "a[0:2][[0]] = 9 then a[0]": 9,
  "a[1:3][[0]] = 7 then a[1]": 7,
  "a[2:4][[0]] = 8 then a[2]": 8,
  "a[3:5][[0]] = 6 then a[3]": 6,
  // A mask copies, like a list.
  "a[a > 1][:] = 9 then a[2]": 2,
  "a[a > 2][:] = 7 then a[3]": 3,
  "a[a > 3][:] = 8 then a[4]": 4,
  "a[a > 1] = 9 then a[2]": 9,
  "a[a > 2] = 7 then a[3]": 7,
  "a[a > 3] = 8 then a[4]": 8,
  // b is a copy, whatever is done to it.
  "b = a[[0]]; b += 9 then a[0]": 0,
  "b = a[[1]]; b += 7 then a[1]": 1,
  "b = a[[2]]; b += 8 then a[2]": 2,
  "b = a[[3]]; b += 6 then a[3]": 3,
  // Reads a copy of two, adds to both, writes the same sum back twice.
  "a[[0, 0]] += 9 then a[0]": 9,
  "a[[1, 1]] += 7 then a[1]": 8,
  "a[[2, 2]] += 8 then a[2]": 10,
  "a[[3, 3]] += 6 then a[3]": 9,
};

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
  const from = typeof value === "number" ? null : rows.flatMap((_, k) => placesOfRow(value, k));
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
      [[row < 0 ? row + n : row]],
    );
  return indices.map((index) => offsetOf(view, index));
}
