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

/** One axis of the result: for each position, what it adds to the place in memory. */
type Steps = readonly number[];

export function mixedIndex(view: View, parts: readonly Part[]): View {
  const steps = (axis: number, list: readonly number[]): Steps =>
    list.map((i) => {
      const n = view.shape[axis]!;
      if (i >= n || i < -n)
        throw new np.IndexError(`index ${i} is out of bounds for axis ${axis} with size ${n}`);
      return ((i + n) % n) * view.strides[axis]!;
    });
  // What each kind of part is: "w" a whole axis, "l" a list or a number.
  const kinds = parts.map((part) => (part === ":" ? "w" : "l")).join("");
  const isSeparated = /lw+l/.test(kinds);
  const result: Steps[] = [];
  const lists: Steps[] = [];
  let place = kinds.includes("l") && !isSeparated ? 0 : -1;
  parts.forEach((part, axis) => {
    if (part === ":") result.push(steps(axis, [...Array(view.shape[axis]).keys()]));
    else {
      if (lists.length === 0) place = isSeparated ? 0 : result.length;
      lists.push(steps(axis, typeof part === "number" ? [part] : part));
    }
  });
  const lengths = lists.map((list) => list.length).filter((n) => n !== 1);
  const length = lengths[0] ?? 1;
  if (lengths.some((n) => n !== length)) {
    const texts = parts.flatMap((p) =>
      p === ":" ? [] : typeof p === "number" ? ["()"] : [`(${p.length},)`],
    );
    throw new np.IndexError(
      `shape mismatch: indexing arrays could not be broadcast together with shapes ${texts.join(" ")}`,
    );
  }
  const together = Array.from({ length }, (_, k) =>
    lists.reduce((sum, list) => sum + list[list.length === 1 ? 0 : k]!, 0),
  );
  let offset = view.offset;
  if (parts.some((part) => typeof part === "object")) result.splice(place, 0, together);
  else offset += together[0] ?? 0;
  const shape = result.map((axis) => axis.length);
  const places = result.reduce(
    (all, axis) => all.flatMap((at) => axis.map((step) => at + step)),
    [offset],
  );
  return {
    data: Float64Array.from(places, (at) => view.data[at]!),
    shape,
    strides: shape.map((_, k) => shape.slice(k + 1).reduce((a, b) => a * b, 1)),
    offset: 0,
  };
}
