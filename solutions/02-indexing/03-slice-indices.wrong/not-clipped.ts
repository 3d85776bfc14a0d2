// caught by: -2: counts from the end, and 2:99 stops at the end
// Leaves what lies outside where it is.
/**
 * 2.03 What does start:stop:step mean on an axis of length n? Python's rule, open ends and all.
 *
 * In Python: `slice(start, stop, step).indices(n)`. Every slice of NumPy begins with it.
 */
import * as np from "@deep-dive/ndarray";

/** `start:stop:step`; null leaves a part open. `[null, null, -1]` is `::-1`. */
export type SliceParts = readonly [start: number | null, stop: number | null, step: number | null];

/**
 * The start, stop and step to count with, all of them plain numbers.
 *
 * - An open step is 1.
 * - A negative start or stop counts from the end: -1 is the last element.
 * - What still lies outside the axis is moved to its edge, and nothing throws: `2:99` is `2:n`.
 *   Going up, the edges are 0 and n. Going down they are n - 1 and -1, the place before the first.
 * - An open start is the edge where the walk begins, an open stop the edge where it ends.
 *
 * Counting from start by step until stop is reached then gives the positions.
 *
 * @throws {np.ValueError} "slice step cannot be zero"
 * @example sliceIndices([1, null, null], 5) // [1, 5, 1]
 * @example sliceIndices([null, null, -1], 5) // [4, -1, -1]
 * @example sliceIndices([-2, 99, 1], 5) // [3, 5, 1]
 */
export function sliceIndices(
  [start, stop, step]: SliceParts,
  n: number,
): [start: number, stop: number, step: number] {
  const by = step ?? 1;
  if (by === 0) throw new np.ValueError("slice step cannot be zero");
  // Going down, the walk ends one place before the first element, and begins at the last.
  const [lowest, highest] = by > 0 ? [0, n] : [-1, n - 1];
  const clip = (at: number): number => (at < 0 ? at + n : at);
  const from = start === null ? (by > 0 ? lowest : highest) : clip(start);
  const to = stop === null ? (by > 0 ? highest : lowest) : clip(stop);
  return [from, to, by];
}
