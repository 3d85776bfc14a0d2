/**
 * 2.06 Two slices one after the other are one slice: a[s][t] is a[u]. Find u.
 *
 * In Python: what `range(n)[s][t]` does, and why it is still a range.
 */
import { type SliceParts, sliceIndices } from "./03-slice-indices.ts";

/**
 * The one slice that does what `first` and then `second` do, on an axis of length n.
 *
 * The result is again a slice as you would write it: its parts may be null. Beware of a walk down that passes
 * position 0: its stop must be left open, for -1 would mean the last element.
 * If nothing is left, any slice will do that picks nothing.
 *
 * @example compose([1, null, null], [null, null, 2], 10) // picks 1, 3, 5, 7, 9, as [1, 10, 2] does
 * @example compose([null, null, -1], [null, null, -1], 10) // picks 0, 1, …, 9
 */
export function compose(first: SliceParts, second: SliceParts, n: number): SliceParts {
  // TODO: the second slice sees an axis of which length? Element k of the first slice is which position?
  throw new Error("not implemented");
}
