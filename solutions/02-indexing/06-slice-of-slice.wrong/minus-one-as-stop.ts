// caught by: a walk down to position 0 has an open stop
// Writes -1 for "before the first", but -1 is the last.
/**
 * 2.06 Two slices one after the other are one slice: a[s][t] is a[u]. Find u.
 *
 * In Python: what `range(n)[s][t]` does, and why it is still a range.
 */
import { type SliceParts, sliceIndices } from "../03-slice-indices.ts";

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
  const [start, stop, step] = sliceIndices(first, n);
  const [start2, stop2, step2] = sliceIndices(second, count(start, stop, step));
  const left = count(start2, stop2, step2);
  if (left === 0) return [0, 0, 1];
  // Element k of the first slice is position start + k * step; so the walk begins at k = start2.
  const from = start + start2 * step;
  const by = step * step2;
  const end = from + left * by; // one step behind the last position
  // Going down, the place before 0 cannot be written: -1 is the last element.
  return [from, end < 0 ? -1 : end, by];
}

/** How many positions the walk passes. */
function count(start: number, stop: number, step: number): number {
  return Math.max(0, Math.ceil((stop - start) / step));
}
