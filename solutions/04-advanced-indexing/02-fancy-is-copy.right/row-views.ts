import * as np from "@deep-dive/ndarray";
import type { View } from "../../02-indexing/01-offset-of.ts";

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

function check(rows: readonly number[], n: number): number[] {
  return rows.map((row) => {
    if (row >= n || row + n < 0)
      throw new np.IndexError(`index ${row} is out of bounds for axis 0 with size ${n}`);
    return (row + n) % n;
  });
}

/** Calls `visit` with the place of every element of a row. */
function each(view: View, row: number, visit: (place: number) => void): void {
  const walk = (axis: number, place: number): void => {
    if (axis === view.shape.length) visit(place);
    else
      for (let i = 0; i < view.shape[axis]!; i++) walk(axis + 1, place + i * view.strides[axis]!);
  };
  walk(1, view.offset + row * view.strides[0]!);
}

export function getRows(view: View, rows: readonly number[]): View {
  const values: number[] = [];
  for (const row of check(rows, view.shape[0]!))
    each(view, row, (place) => values.push(view.data[place]!));
  const shape = [rows.length, ...view.shape.slice(1)];
  const strides = shape.map(() => 1);
  for (let k = shape.length - 2; k >= 0; k--) strides[k] = strides[k + 1]! * shape[k + 1]!;
  return { data: Float64Array.from(values), shape, strides, offset: 0 };
}

export function setRows(view: View, rows: readonly number[], value: number | View): void {
  const positions = check(rows, view.shape[0]!);
  const values = typeof value === "number" ? null : getRows(value, [...rows.keys()]).data;
  let next = 0;
  for (const row of positions)
    each(
      view,
      row,
      (place) => (view.data[place] = values === null ? Number(value) : values[next++]!),
    );
}
