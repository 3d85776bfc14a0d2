/**
 * Questions about memory: which arrays share some.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.shares_memory.html
 */
import { type ArrayLike, toArray } from "../array/convert.ts";
import { mayOverlap, overlaps } from "../layout/overlap.ts";

/**
 * Whether two arrays have a byte of memory in common. Exact: interleaved views do not.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.shares_memory.html
 *
 * @example shares_memory(a.get("::2"), a.get("1::2")) // false
 */
export function shares_memory(a: ArrayLike, b: ArrayLike): boolean {
  const [x, y] = [toArray(a), toArray(b)];
  return x.memory === y.memory && overlaps(x, y);
}

/**
 * Whether two arrays could have memory in common, judged by their bounds alone: never no wrongly.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.may_share_memory.html
 *
 * @example may_share_memory(a.get("::2"), a.get("1::2")) // true
 */
export function may_share_memory(a: ArrayLike, b: ArrayLike): boolean {
  const [x, y] = [toArray(a), toArray(b)];
  return x.memory === y.memory && mayOverlap(x, y);
}
