import * as np from "@deep-dive/ndarray";
import type { View } from "../../02-indexing/01-offset-of.ts";

export const answers = (): number[] => [0, 9, 9, 0, 9, 3, 9, 2, 6];

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
