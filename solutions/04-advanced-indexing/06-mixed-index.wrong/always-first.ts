// caught by: adjacent lists leave their axis where they are: a[:, [0, 2], [1, 3]]
// "Advanced axes come first" is half of the rule.
/**
 * 4.06 Lists and slices in one index: where does the axis of the lists land in the result?
 *
 * In NumPy: `a[[0, 1], :, [2, 0]]`, the most surprising rule of all, and a short one.
 */
import * as np from "@deep-dive/ndarray";
import { type View, offsetOf } from "../../02-indexing/01-offset-of.ts";

/** One part for each axis: the whole axis, one position, or a list of positions. */
export type Part = ":" | number | readonly number[];

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

/**
 * The elements that `parts` pick, as a fresh array, row by row.
 *
 * With no list among the parts, numbers just drop their axes. With a list, numbers count as lists as well, and
 * all lists walk together: element k takes position k of each. A list of length 1, or a number, stays
 * where it is while the others walk. So the lists make one axis:
 * - it stands where the lists are, if they are adjacent (no ":" between two of them);
 * - it comes first, if a ":" separates them.
 *
 * @throws {np.IndexError} "shape mismatch: indexing arrays could not be broadcast together with shapes (2,) (3,)"
 * @throws {np.IndexError} "index 5 is out of bounds for axis 0 with size 3"; negative positions count from the end
 * @example mixedIndex(a, [":", [0, 1], [2, 0]]).shape // [a.shape[0], 2]
 * @example mixedIndex(a, [[0, 1], ":", [2, 0]]).shape // [2, a.shape[1]]
 */
export function mixedIndex(view: View, parts: readonly Part[]): View {
  const hasList = parts.some((part) => typeof part === "object");
  const whole = [...parts.keys()].filter((axis) => parts[axis] === ":");
  const listed = [...parts.keys()].filter((axis) => parts[axis] !== ":");
  const lists = listed.map((axis) =>
    positions(parts[axis] as Exclude<Part, ":">, axis, view.shape[axis]!),
  ); // ":" was filtered out
  const walk = walkLength(parts, lists);
  // Adjacent: no gap between the first listed axis and the last.
  const isAdjacent = false;
  const front = isAdjacent ? whole.filter((axis) => axis < (listed[0] ?? 0)).length : 0;

  const kept = whole.map((axis) => view.shape[axis]!);
  const shape = hasList ? kept.toSpliced(front, 0, walk) : kept;
  const size = shape.reduce((a, b) => a * b, 1);
  const data = new Float64Array(size);
  const at = shape.map(() => 0);
  for (let n = 0; n < size; n++) {
    const k = hasList ? at[front]! : 0;
    const others = hasList ? at.toSpliced(front, 1) : at;
    const index = view.shape.map(() => 0);
    for (const [i, axis] of whole.entries()) index[axis] = others[i]!;
    for (const [i, axis] of listed.entries())
      index[axis] = lists[i]!.length === 1 ? lists[i]![0]! : lists[i]![k]!;
    data[n] = view.data[offsetOf(view, index)]!;
    for (let axis = shape.length - 1; axis >= 0 && ++at[axis]! === shape[axis]; axis--)
      at[axis] = 0;
  }
  return {
    data,
    shape,
    strides: shape.map((_, k) => shape.slice(k + 1).reduce((a, b) => a * b, 1)),
    offset: 0,
  };
}

/** The positions of a list, or of a number as a list of one, from 0 up. */
function positions(part: number | readonly number[], axis: number, n: number): number[] {
  return (typeof part === "number" ? [part] : part).map((i) => {
    if (i < -n || i >= n)
      throw new np.IndexError(`index ${i} is out of bounds for axis ${axis} with size ${n}`);
    return i < 0 ? i + n : i;
  });
}

/** How long the lists walk: broadcasting, for lists of one axis. */
function walkLength(parts: readonly Part[], lists: readonly (readonly number[])[]): number {
  const walk = lists.find((list) => list.length !== 1)?.length ?? 1;
  if (lists.some((list) => list.length !== 1 && list.length !== walk)) {
    const shapes = parts
      .filter((part) => part !== ":")
      .map((part) => (typeof part === "object" ? `(${part.length},)` : "()"));
    throw new np.IndexError(
      `shape mismatch: indexing arrays could not be broadcast together with shapes ${shapes.join(" ")}`,
    );
  }
  return walk;
}
