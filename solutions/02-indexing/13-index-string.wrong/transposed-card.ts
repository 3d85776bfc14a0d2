// caught by: card 6 is answered right
// Doubles the stride of the other axis.
/**
 * 2.13 Quiz. Predict six views, then teach the machine to read "1:-1:2, ..., None".
 *
 * In NumPy: what stands between the brackets.
 */
import * as np from "@deep-dive/ndarray";
import type { View } from "../01-offset-of.ts";
import { type AnyPart, index } from "../08-ellipsis-newaxis.ts";

/** What a view is, besides its memory. */
export interface Facts {
  readonly shape: readonly number[];
  readonly strides: readonly number[];
  readonly offset: number;
}

/**
 * Six cards. `a` has the shape [4, 6], strides [6, 1] and offset 0, in elements. What are the facts of …
 *
 * 1. a[1:3]            2. a[:, 2]           3. a[::2, ::3]
 * 4. a[::-1]           5. a[1, -2:]         6. a.T[::2]
 */
export function answers(): Facts[] {
  return [
    { shape: [2, 6], strides: [6, 1], offset: 6 }, // two whole rows, from row 1 on
    { shape: [4], strides: [6], offset: 2 }, // a column steps over whole rows
    { shape: [2, 2], strides: [12, 3], offset: 0 }, // 0 and 2; 0 and 3
    { shape: [4, 6], strides: [-6, 1], offset: 18 }, // from the last row upwards
    { shape: [2], strides: [1], offset: 10 }, // row 1 begins at 6, its last two at 10
    { shape: [3, 4], strides: [1, 12], offset: 0 }, // every second column of a
  ];
}

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
    const bounds = part.split(":").map((bound) => integer(bound.trim(), part));
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
