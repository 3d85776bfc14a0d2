import * as np from "@deep-dive/ndarray";
import type { View } from "../../02-indexing/01-offset-of.ts";
import type { Part } from "../06-mixed-index.ts";

/** Every card that a seed may deal. */
export const answers: Record<string, readonly number[]> = {
  // One list stands where it is.
  "a[:, [0, 1, 2, 0], :, :]": [2, 4, 4, 5],
  "a[:, :, [3, 3, 0], :]": [2, 3, 3, 5],
  "a[:, :, :, [4, 0]]": [2, 3, 4, 2],
  // Lists side by side make one axis, in their place.
  "a[:, [0, 1], [3, 3], :]": [2, 2, 5],
  "a[:, :, [0, 1, 2], [4, 4, 4]]": [2, 3, 3],
  "a[:, [2, 0, 1, 1], [3, 3, 0, 0], :]": [2, 4, 5],
  // A ":" between them: their axis comes first.
  "a[:, [0, 1, 2], :, [4, 0, 1]]": [3, 2, 4],
  "a[:, [0, 1, 2, 2], :, [4, 4, 0, 0]]": [4, 2, 4],
  "a[:, [2, 0, 1, 1, 0], :, [0, 1, 2, 3, 4]]": [5, 2, 4],
  // The number counts as a list, and a ":" separates the two.
  "a[0, :, [1, 2], :]": [2, 3, 5],
  "a[:, 0, :, [1, 2, 3]]": [3, 2, 4],
  "a[:, [0, 1, 2], :, 4]": [3, 2, 4],
  // Side by side, so the axis stays in its place.
  "a[:, 0, [1, 2], :]": [2, 2, 5],
  "a[:, :, [0, 3, 3], 1]": [2, 3, 3],
  "a[:, [0, 1, 2, 0], 3, :]": [2, 4, 5],
  // No list at all: both numbers drop their axes.
  "a[:, 0, :, 1]": [2, 4],
  "a[1, :, :, 2]": [3, 4],
  "a[0, :, 3, :]": [3, 5],
  // A list of length 1 stays while the other walks.
  "a[:, [0], [1, 2, 3], :]": [2, 3, 5],
  "a[:, :, [3, 0], [4]]": [2, 3, 2],
  "a[:, [0, 1, 1, 0], [2], :]": [2, 4, 5],
};

const wrap = (i: number, axis: number, n: number): number => {
  if (i < -n || i >= n)
    throw new np.IndexError(`index ${i} is out of bounds for axis ${axis} with size ${n}`);
  return i < 0 ? i + n : i;
};

export function mixedIndex(view: View, parts: readonly Part[]): View {
  const isWhole = (axis: number): boolean => parts[axis] === ":";
  const axes = [...parts.keys()];
  const listAxes = axes.filter((axis) => !isWhole(axis));
  const lists = listAxes.map((axis) =>
    [parts[axis]].flat().map((i) => wrap(Number(i), axis, view.shape[axis]!)),
  );
  const counts = new Set(lists.map((list) => list.length));
  counts.delete(1);
  if (counts.size > 1) {
    const shapes = listAxes.map((axis) =>
      Array.isArray(parts[axis]) ? `(${parts[axis].length},)` : "()",
    );
    throw new np.IndexError(
      `shape mismatch: indexing arrays could not be broadcast together with shapes ${shapes.join(" ")}`,
    );
  }
  const [count = 1] = counts;
  const hasList = parts.some((part) => Array.isArray(part));
  const isSeparated = listAxes.some((axis, k) => k > 0 && axis !== listAxes[k - 1]! + 1);

  // The view's axes in the order of the result; "list" stands for all lists together.
  const order: (number | "list")[] = axes.filter(isWhole);
  if (hasList)
    order.splice(
      isSeparated ? 0 : axes.filter((axis) => isWhole(axis) && axis < listAxes[0]!).length,
      0,
      "list",
    );
  const shape = order.map((axis) => (axis === "list" ? count : view.shape[axis]!));
  const values: number[] = [];
  const walk = (k: number, at: number): void => {
    if (k === order.length) values.push(view.data[at]!);
    else {
      for (let i = 0; i < shape[k]!; i++) {
        const axis = order[k]!;
        if (axis !== "list") walk(k + 1, at + i * view.strides[axis]!);
        else
          walk(
            k + 1,
            lists.reduce(
              (sum, list, j) => sum + list[i % list.length]! * view.strides[listAxes[j]!]!,
              at,
            ),
          );
      }
    }
  };
  // Without a list the numbers move the start.
  const fixed = hasList
    ? 0
    : lists.reduce((sum, list, j) => sum + list[0]! * view.strides[listAxes[j]!]!, 0);
  walk(0, view.offset + fixed);
  const strides = shape.map((_, k) => shape.slice(k + 1).reduce((a, b) => a * b, 1));
  return { data: Float64Array.from(values), shape, strides, offset: 0 };
}
