/**
 * 4.02 Reading by a list copies, writing by a list reaches the array itself. Both look like a[[0, 1]].
 *
 * In NumPy: `b = a[rows]` and `a[rows] = value`.
 */
import * as np from "@deep-dive/ndarray";
import { type View, offsetOf } from "../02-indexing/01-offset-of.ts";

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
  return [NaN, NaN, NaN, NaN, NaN, NaN, NaN, NaN, NaN];
}

/**
 * The rows (slices of the first axis) at these positions, as a fresh array, row by row. Negative ones count from the end.
 *
 * @throws {np.IndexError} "index 5 is out of bounds for axis 0 with size 3"
 */
export function getRows(view: View, rows: readonly number[]): View {
  // TODO: first the cards. Then: which memory does the result have?
  throw new Error("not implemented");
}

/**
 * Writes into the rows at these positions: a number everywhere, or `value`'s row k into row `rows[k]`.
 *
 * Where a row is named twice, the last one written stays. `value` has the shape that getRows would give.
 *
 * @throws {np.IndexError} as above, before anything is written
 */
export function setRows(view: View, rows: readonly number[], value: number | View): void {
  throw new Error("not implemented");
}
