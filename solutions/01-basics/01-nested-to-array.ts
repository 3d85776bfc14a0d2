/**
 * 1.01 What an array is made of: one flat row of numbers, and a shape that says how to fold it.
 *
 * In NumPy: `np.array([[1, 2], [3, 4]])` and `a.tolist()`.
 */
import * as np from "@deep-dive/ndarray";

/** A number, or a list of such; every list of one level has the same length. */
export type Nested = number | readonly Nested[];

/** The numbers row by row, the last axis running fastest, and the lengths of the axes. */
export interface Flat {
  /** The numbers, row by row. */
  readonly data: Float64Array;
  /** Lengths of the axes. */
  readonly shape: readonly number[];
}

/**
 * Nested lists as flat data and a shape.
 *
 * A plain number has the shape []. `[]` has the shape [0], and `[[], []]` has [2, 0].
 *
 * @throws {np.ValueError} where lists of one level differ in length, or a number stands beside a list:
 * "The requested array has an inhomogeneous shape"
 * @example fromNested([[1, 2, 3], [4, 5, 6]]) // { data: Float64Array [1, 2, 3, 4, 5, 6], shape: [2, 3] }
 */
export function fromNested(nested: Nested): Flat {
  const shape: number[] = [];
  for (let level = nested; typeof level !== "number"; level = level[0]!) {
    shape.push(level.length);
    if (level.length === 0) break; // nothing to look into
  }
  const numbers: number[] = [];
  gather(nested, shape, 0, numbers);
  return { data: Float64Array.from(numbers), shape };
}

/**
 * Flat data as nested lists, the way back. Shape [] gives the plain number.
 *
 * @example toNested({ data: Float64Array.of(1, 2, 3, 4), shape: [2, 2] }) // [[1, 2], [3, 4]]
 */
export function toNested(flat: Flat): Nested {
  const [length, ...rest] = flat.shape;
  if (length === undefined) return flat.data[0]!;
  const size = rest.reduce((a, b) => a * b, 1);
  return Array.from({ length }, (_, i) =>
    toNested({ data: flat.data.subarray(i * size, (i + 1) * size), shape: rest }),
  );
}

/** Appends the numbers row by row, and compares every list with the shape that the first ones have. */
function gather(nested: Nested, shape: readonly number[], axis: number, numbers: number[]): void {
  if (typeof nested === "number") {
    if (axis !== shape.length)
      throw new np.ValueError("The requested array has an inhomogeneous shape");
    numbers.push(nested);
    return;
  }
  if (nested.length !== shape[axis])
    throw new np.ValueError("The requested array has an inhomogeneous shape");
  for (const item of nested) gather(item, shape, axis + 1, numbers);
}
