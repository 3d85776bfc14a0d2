/**
 * 4.02 Reading by a list copies, writing by a list reaches the array itself. Both look like a[[0, 1]].
 *
 * In NumPy: `b = a[rows]` and `a[rows] = value`.
 */
import * as np from "@deep-dive/ndarray";
import { type View, offsetOf } from "../02-indexing/01-offset-of.ts";

/**
 * Your answers, by card. Each begins with a = [0, 1, 2, 3, 4]: what is the element named last, after the line?
 */
export const answers: Record<string, number | "?"> = {
  "b = a[[2, 3]]; b[0] = 8 then a[2]": "?",
  "a[[3, 4]] = 6 then a[4]": "?",
  "b = a[1:3]; b[0] = 7 then a[1]": "?",
  "a[[3, 4]][0] = 6 then a[3]": "?",
  "a[2:4][[0]] = 8 then a[2]": "?",
  "a[a > 2][:] = 7 then a[3]": "?",
  "a[a > 3] = 8 then a[4]": "?",
  "b = a[[1]]; b += 7 then a[1]": "?",
  "a[[1, 1]] += 7 then a[1]": "?",
};

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
