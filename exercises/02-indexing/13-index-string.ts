/**
 * 2.13 Quiz. Predict what views are, then teach the machine to read "1:-1:2, ..., None".
 *
 * In NumPy: what stands between the brackets.
 */
import * as np from "@deep-dive/ndarray";
import type { View } from "./01-offset-of.ts";
import { type AnyPart, index } from "./08-ellipsis-newaxis.ts";

/**
 * Your answers, by card: `a` has the shape (4, 6), strides (6, 1) and offset 0, all in elements.
 *
 * Shapes and strides are lists, [2, 6]; an offset is a number. Another seed deals other cards.
 */
export const answers: Record<string, number | readonly number[] | "?"> = {
  "shape of a[1:3]": "?",
  "offset of a[3:]": "?",
  "strides of a[:, -1]": "?",
  "offset of a[:, -1]": "?",
  "shape of a[::2, ::4]": "?",
  "strides of a[1::2, ::2]": "?",
  "strides of a[::-1]": "?",
  "offset of a[2::-1]": "?",
  "shape of a[3, :-1]": "?",
  "offset of a[2, 1:4]": "?",
  "shape of a.T[::3]": "?",
  "strides of a.T[::2]": "?",
};

/**
 * The parts of an index as it is written: parts stand between commas, blanks mean nothing.
 *
 * An integer (`-1`), a slice (`1:`, `::2`, `:`), `...`, or `None`. Empty text is no part at all; one comma at the end is allowed.
 *
 * @throws {np.ValueError} "invalid index part: x", with the part as it was written, without blanks around it
 * @example parse("1:-1:2, ..., None") // [[1, -1, 2], "...", null]
 */
export function parse(text: string): AnyPart[] {
  // TODO: split at the commas, and trim. Which kind is each part?
  throw new Error("not implemented");
}

/** The view that the text shows: `show(a, "::2, 0")` is `a[::2, 0]`. */
export function show(view: View, text: string): View {
  throw new Error("not implemented");
}
