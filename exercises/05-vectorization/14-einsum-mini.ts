/**
 * Evaluate "ij,jk->ik": one little language for products, traces, transposes and sums.
 *
 * NumPy's name for this is `np.einsum`, after Einstein's summation convention.
 */
import * as np from "@deep-dive/ndarray";

/**
 * What `subscripts` says about `operands`.
 *
 * Before the arrow stand the operands, with commas between: one letter for each axis. Axes with the same letter walk
 * together, and must have the same length (1 does not stretch). Behind the arrow stand the letters of the result, in its
 * order. Every letter that is not there is summed over:
 *
 *     "ij,jk->ik"  matrix product     "ij->ji"  transpose      "ii->"   trace     "ii->i"  diagonal
 *     "ij->i"      sum of each row    "i,j->ij" outer product  "i,i->"  dot product
 *
 * @param subscripts lower-case letters, commas and one "->"; no blanks, no dots
 * @param operands one float64 array for each list of letters, any layout
 * @returns a fresh float64 array with an axis for each letter behind the arrow; 0-d for none
 * @throws {np.ValueError}
 *   - `einsum needs subscripts of the form "ij,jk->ik"` for anything else, a letter twice behind the arrow included
 *   - `einsum got 1 operands for 2 lists of letters`
 *   - `operand 0 has 2 axes, and its letters are "ijk"`
 *   - `letter j has lengths 3 and 4`
 *   - `letter z of the result is in no operand`
 * @example einsum("ij->j", [np.asarray([[1, 2], [3, 4]])]) // [4, 6]
 */
export function einsum(subscripts: string, operands: readonly np.NDArray[]): np.NDArray {
  // TODO: take the text apart, and find the length of each letter. Then one loop over all letters together.
  throw new Error("not implemented");
}
