// caught by: open slices have nulls
// Trims the parts, but not what stands between the colons.
/**
 * 2.13 Quiz. Predict what views are, then teach the machine to read "1:-1:2, ..., None".
 *
 * In NumPy: what stands between the brackets.
 */
import * as np from "@deep-dive/ndarray";
import type { View } from "../01-offset-of.ts";
import { type AnyPart, index } from "../08-ellipsis-newaxis.ts";

/** Every card that a seed may deal. */
export const answers: Record<string, number | readonly number[]> = {
  // Whole rows: the second length stays 6.
  "shape of a[1:3]": [2, 6],
  "shape of a[2:]": [2, 6],
  "shape of a[1:]": [3, 6],
  "shape of a[3:]": [1, 6],
  // A row is 6 elements.
  "offset of a[1:3]": 6,
  "offset of a[2:]": 12,
  "offset of a[1:]": 6,
  "offset of a[3:]": 18,
  // A column steps over whole rows; the number dropped its axis.
  "strides of a[:, 2]": [6],
  "strides of a[:, 5]": [6],
  "strides of a[:, -1]": [6],
  "strides of a[:, -3]": [6],
  // -1 is column 5.
  "offset of a[:, 2]": 2,
  "offset of a[:, 5]": 5,
  "offset of a[:, -1]": 5,
  "offset of a[:, -3]": 3,
  // How many positions each slice names.
  "shape of a[::2, ::3]": [2, 2],
  "shape of a[1::2, ::2]": [2, 3],
  "shape of a[::3, 1::2]": [2, 3],
  "shape of a[::2, ::4]": [2, 2],
  // The step multiplies the stride.
  "strides of a[::2, ::3]": [12, 3],
  "strides of a[1::2, ::2]": [12, 2],
  "strides of a[::3, 1::2]": [18, 2],
  "strides of a[::2, ::4]": [12, 4],
  // A negative step, a negative stride.
  "strides of a[::-1]": [-6, 1],
  "strides of a[::-2]": [-12, 1],
  "strides of a[::-1, ::2]": [-6, 2],
  "strides of a[2::-1]": [-6, 1],
  // The view begins at the last row, 3 * 6, or where its slice says.
  "offset of a[::-1]": 18,
  "offset of a[::-2]": 18,
  "offset of a[::-1, ::2]": 18,
  "offset of a[2::-1]": 12,
  // The number drops its axis.
  "shape of a[1, -2:]": [2],
  "shape of a[2, 1:4]": [3],
  "shape of a[-1, 2:]": [4],
  "shape of a[3, :-1]": [5],
  // The row's start, and the column's.
  "offset of a[1, -2:]": 10,
  "offset of a[2, 1:4]": 13,
  "offset of a[-1, 2:]": 20,
  "offset of a[3, :-1]": 18,
  // The columns of a are the rows of a.T: some of six, and four long.
  "shape of a.T[::2]": [3, 4],
  "shape of a.T[1::2]": [3, 4],
  "shape of a.T[::3]": [2, 4],
  "shape of a.T[::5]": [2, 4],
  // (1, 6), and the first times the step.
  "strides of a.T[::2]": [2, 6],
  "strides of a.T[1::2]": [2, 6],
  "strides of a.T[::3]": [3, 6],
  "strides of a.T[::5]": [5, 6],
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
  const parts = text.split(",").map((part) => part.trim());
  if (parts.at(-1) === "" && (parts[0] !== "" || parts.length === 1)) parts.pop();
  return parts.map((part) => {
    if (part === "...") return "...";
    if (part === "None") return null;
    const bounds = part.split(":").map((bound) => integer(bound, part));
    const [start = null, stop = null, step = null] = bounds;
    if (bounds.length === 1 && start !== null) return start;
    if (bounds.length === 1 || bounds.length > 3)
      throw new np.ValueError(`invalid index part: ${part}`);
    return [start, stop, step];
  });
}

/** The view that the text shows: `show(a, "::2, 0")` is `a[::2, 0]`. */
export function show(view: View, text: string): View {
  return index(view, parse(text));
}

/** A whole number, or null for nothing. Number() alone would take "1.5", "1e3" and "0x1" as well. */
function integer(text: string, part: string): number | null {
  if (text === "") return null;
  if (!/^[+-]?\d+$/.test(text)) throw new np.ValueError(`invalid index part: ${part}`);
  return Number(text);
}
