/**
 * 2.13 Quiz. Predict six views, then teach the machine to read "1:-1:2, ..., None".
 *
 * In NumPy: what stands between the brackets.
 */
import * as np from "@deep-dive/ndarray";
import type { View } from "./01-offset-of.ts";
import { type AnyPart, index } from "./08-ellipsis-newaxis.ts";

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
  const card: Facts = { shape: [], strides: [], offset: 0 }; // one for each, in order
  return [card, card, card, card, card, card];
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
  // TODO: split at the commas, and trim. Which kind is each part?
  throw new Error("not implemented");
}

/** The view that the text shows: `show(a, "::2, 0")` is `a[::2, 0]`. */
export function show(view: View, text: string): View {
  throw new Error("not implemented");
}
