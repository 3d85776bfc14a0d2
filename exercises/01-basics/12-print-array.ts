/**
 * 1.12 An array as text: columns line up, brackets show the axes, and what is long is cut.
 *
 * In NumPy: `str(a)`, for arrays of whole numbers.
 */
import type { Flat } from "./01-nested-to-array.ts";

/**
 * The text of an array of whole numbers.
 *
 * Every number is padded on the left to the width of the widest one that is shown. Numbers are one space apart.
 * Rows stand below each other, indented by one space for each bracket that is open; between the tables of a
 * 3-D array stands one empty line more (and so on: n - 1 line ends between the parts of an n-D array).
 *
 * If there are more than `threshold` elements, every axis longer than 6 shows its first three and its last three parts,
 * with `...` between them: among the numbers of a row, or on a line of its own.
 * An empty array is `[]`, a 0-d array just its number.
 *
 * @example printArray({ data: Float64Array.of(1, 20, -3, 4), shape: [2, 2] })
 * // [[ 1 20]
 * //  [-3  4]]
 * @example printArray({ data: Float64Array.of(0, 1, 2, 3, 4, 5, 6, 7), shape: [8] }, 7) // [0 1 2 ... 5 6 7]
 */
export function printArray(a: Flat, threshold = 1000): string {
  // TODO: one row first: "[" + its numbers + "]". Then let a function call itself for each axis, and pad at the end.
  throw new Error("not implemented");
}
