/**
 * Give the common case a loop of its own, and keep the general one for the rest.
 *
 * Every function of NumPy's is built so: check the layout once, then choose a loop.
 */
import * as np from "@deep-dive/ndarray";

/**
 * The sum of the squares of all elements.
 *
 * `10-fast-path.naive.ts` is right for every layout, and turns each index into an address anew. Most arrays lie side by
 * side in C order, though; then `a.data` is a typed array over exactly these elements, and the sum is a plain loop,
 * many times as fast. And an array in Fortran order is its transpose in C order: for a sum the order does not matter.
 *
 * @param a float64 of any shape and layout
 * @returns the sum; 0 for an empty array. For whole numbers it is exact in any order
 * @example sumOfSquares(np.asarray([[1, 2], [3, 4]])) // 30
 */
export function sumOfSquares(a: np.NDArray): number {
  // TODO: a.flags says how the elements lie. Beware of arrays that are neither: a.data throws for them.
  throw new Error("not implemented");
}
