/**
 * 2.08 `...` stands for all axes that were not named, and `None` for one that was not there.
 *
 * In NumPy: `a[..., 0]` and `a[:, None]`.
 */
import * as np from "@deep-dive/ndarray";
import type { View } from "./01-offset-of.ts";
import { type IndexPart, indexView } from "./07-int-drops-axis.ts";

/** Everything that a basic index is made of. null is None, a new axis of length 1. */
export type AnyPart = IndexPart | "..." | null;

/**
 * `parts` written out for an array with `ndim` axes: without "...", and with one integer or slice for every axis.
 *
 * "..." becomes as many whole slices [null, null, null] as are missing; where there is none, they are missing at
 * the end. null stays where it is, and uses no axis.
 *
 * @throws {np.IndexError} "an index can only have a single ellipsis ('...')"
 * @throws {np.IndexError} "too many indices for array: array is 1-dimensional, but 2 were indexed": null not counted
 * @example normalize(["...", 0], 3) // [[null, null, null], [null, null, null], 0]
 */
export function normalize(parts: readonly AnyPart[], ndim: number): (IndexPart | null)[] {
  // TODO: how many axes do the parts use? How many are left for "..."?
  throw new Error("not implemented");
}

/**
 * The view that any basic index shows: normalized, applied, and with an axis of length 1 for each null.
 *
 * @example index(a, [null, 1, "..."]).shape // [1, a.shape[1], …]
 */
export function index(view: View, parts: readonly AnyPart[]): View {
  // TODO: indexView does everything but the new axes. Where in its result do they belong?
  throw new Error("not implemented");
}
