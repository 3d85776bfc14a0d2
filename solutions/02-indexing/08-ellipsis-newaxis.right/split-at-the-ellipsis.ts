/**
 * 2.08 `...` stands for all axes that were not named, and `None` for one that was not there.
 *
 * In NumPy: `a[..., 0]` and `a[:, None]`.
 */
import * as np from "@deep-dive/ndarray";
import type { View } from "../01-offset-of.ts";
import { type IndexPart, indexView } from "../07-int-drops-axis.ts";

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
  if (parts.filter((part) => part === "...").length > 1) {
    throw new np.IndexError("an index can only have a single ellipsis ('...')");
  }
  const used = parts.filter((part) => part !== "..." && part !== null).length;
  if (used > ndim) {
    throw new np.IndexError(
      `too many indices for array: array is ${ndim}-dimensional, but ${used} were indexed`,
    );
  }
  const at = parts.includes("...") ? parts.indexOf("...") : parts.length;
  const named = (list: readonly AnyPart[]): (IndexPart | null)[] =>
    list.filter((part) => part !== "...");
  const whole = Array<IndexPart>(ndim - used).fill([null, null, null]);
  return [...named(parts.slice(0, at)), ...whole, ...named(parts.slice(at))];
}

/**
 * The view that any basic index shows: normalized, applied, and with an axis of length 1 for each null.
 *
 * @example index(a, [null, 1, "..."]).shape // [1, a.shape[1], …]
 */
export function index(view: View, parts: readonly AnyPart[]): View {
  const written = normalize(parts, view.shape.length);
  const picked = indexView(
    view,
    written.filter((part) => part !== null),
  );
  const shape = [...picked.shape];
  const strides = [...picked.strides];
  let axis = 0; // of the result
  for (const part of written) {
    if (typeof part === "number") continue; // left no axis
    if (part === null) {
      shape.splice(axis, 0, 1);
      strides.splice(axis, 0, 0); // never stepped along
    }
    axis++;
  }
  return { ...picked, shape, strides };
}
