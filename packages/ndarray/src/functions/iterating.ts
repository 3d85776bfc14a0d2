/**
 * Walking over every position of a shape, last axis fastest.
 *
 * Knows shapes; elements are read one by one as JS values.
 * Source: https://numpy.org/doc/stable/reference/arrays.nditer.html
 */
import { type ArrayLike, type DTypeOf, asArray } from "../array/convert.ts";
import type { ScalarOf } from "../dtype/dtype.ts";
import { ValueError } from "../errors.ts";

/**
 * Every index of a shape, in C order; given as lengths or as one list of them.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.ndindex.html
 *
 * @throws {ValueError} when a length is negative
 * @example [...ndindex(2, 2)] // [[0, 0], [0, 1], [1, 0], [1, 1]]
 */
export function* ndindex(
  ...shape: readonly (number | readonly number[])[]
): IterableIterator<number[]> {
  const lengths = shape.flat();
  if (lengths.some((n) => n < 0)) throw new ValueError("negative dimensions are not allowed");
  if (lengths.includes(0)) return;
  const index = lengths.map(() => 0);
  for (;;) {
    yield [...index];
    let axis = lengths.length - 1;
    while (axis >= 0 && index[axis] === lengths[axis]! - 1) index[axis--] = 0;
    if (axis < 0) return;
    index[axis]!++;
  }
}

/**
 * Every index of an array with its element, in C order.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.ndenumerate.html
 *
 * @example [...ndenumerate([5, 6])] // [[[0], 5], [[1], 6]]
 */
export function* ndenumerate<X extends ArrayLike>(
  arr: X,
): IterableIterator<[number[], ScalarOf<DTypeOf<X>>]> {
  const a = asArray(arr);
  for (const index of ndindex(a.shape)) yield [index, a.item(...index)];
}
