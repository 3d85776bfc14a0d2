/**
 * What printing needs of an array, so that this room can lie below the array's.
 */
import type { DTypeFacts, Scalar } from "../dtype/dtype.ts";

export interface Printable {
  readonly dtype: DTypeFacts;
  readonly shape: readonly number[];
  /** The element at `index`, one integer for each axis, as a JS value. */
  element(index: readonly number[]): Scalar;
}

/** How many elements `a` has. */
export function sizeOf(a: Printable): number {
  return a.shape.reduce((n, length) => n * length, 1);
}
