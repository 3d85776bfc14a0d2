// caught by: the even and the odd places interleave, but share nothing
// Takes the quick answer for the exact one.
/**
 * 3.05 If I write into this array, does that one change? A quick answer that may be too careful, and an exact one.
 *
 * In NumPy: `np.may_share_memory(a, b)` and `np.shares_memory(a, b)`.
 */
import type * as np from "@deep-dive/ndarray";

/**
 * Whether the bytes from a's first to a's last overlap those from b's first to b's last.
 *
 * Only where both have the same owner (`a.base`, or `a` itself where that is null) can they overlap at all.
 * `a.offset` is the byte in the owner where element [0, 0, …] begins; a negative stride reaches below it.
 * Each element takes `a.itemsize` bytes. An array without elements has no bytes.
 *
 * Quick, and never wrong when it says no. It may say yes of every second and every other second element.
 */
export function mayShareMemory(a: np.NDArray, b: np.NDArray): boolean {
  if ((a.base ?? a) !== (b.base ?? b) || a.size === 0 || b.size === 0) return false;
  const [aLow, aHigh] = span(a);
  const [bLow, bHigh] = span(b);
  return aLow < bHigh && bLow < aHigh;
}

/**
 * Whether some byte belongs to an element of `a` and to an element of `b`.
 *
 * The arrays of the tests are small: you may list all bytes. (In general the question is as hard as it gets:
 * NumPy's exact answer can take exponential time.)
 *
 * @example const a = np.arange(10); sharesMemory(a.get("::2"), a.get("1::2")) // false, though they interleave
 * @example sharesMemory(a.get(":5"), a.get("4:")) // true: both have a[4]
 */
export function sharesMemory(a: np.NDArray, b: np.NDArray): boolean {
  if (!mayShareMemory(a, b)) return false;
  return true;
}

/** The lowest byte, and the one behind the highest. */
function span(a: np.NDArray): [low: number, high: number] {
  let low = a.offset;
  let high = a.offset + a.itemsize;
  for (const [axis, length] of a.shape.entries()) {
    const reach = (length - 1) * a.strides[axis]!;
    // A positive stride reaches up from the first element, a negative one down.
    if (reach > 0) high += reach;
    else low += reach;
  }
  return [low, high];
}

function bytes(a: np.NDArray): number[] {
  let starts = [a.offset];
  for (const [axis, length] of a.shape.entries()) {
    starts = starts.flatMap((at) => Array.from({ length }, (_, i) => at + i * a.strides[axis]!));
  }
  return starts.flatMap((at) => Array.from({ length: a.itemsize }, (_, k) => at + k));
}
