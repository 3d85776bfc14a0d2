/**
 * 4.09 One or the other, element by element: an `if` for whole arrays.
 *
 * In NumPy: `np.where(mask, a, b)` and `np.select(conditions, choices, default)`.
 */
import * as np from "@deep-dive/ndarray";
import type { View } from "../02-indexing/01-offset-of.ts";
import type { Mask } from "./03-boolean-mask.ts";

/** An array of the mask's shape, or one number for all elements. */
export type Choice = View | number;

/**
 * For each element: a's where the mask is 1, b's where it is 0. A fresh array, row by row.
 *
 * The element that is not chosen has no influence, whatever it is. Mask, a and b each lie in memory in their own way.
 *
 * @throws {np.ValueError} where shapes differ: "operands could not be broadcast together with shapes (2,) (3,) (2,)",
 * in the order mask, a, b; a number has the shape ()
 * @example where(mask, a, 0) // a, with 0 where the mask is 0
 */
export function where(mask: Mask, a: Choice, b: Choice): View {
  // TODO: walk through the mask row by row; read from a or from b at the same index.
  throw new Error("not implemented");
}

/**
 * For each element: the choice of the first condition that is 1 there; `otherwise` where none is.
 *
 * There is at least one condition, and for each condition one choice.
 *
 * @throws {np.ValueError} "list of cases must be same length as list of conditions"
 * @example select([isNegative, isLarge], [0, 255], a) // a, clipped at both ends
 */
export function select(
  conditions: readonly Mask[],
  choices: readonly Choice[],
  otherwise: Choice,
): View {
  // TODO: where does one condition. How do you put several together so that the first one wins?
  throw new Error("not implemented");
}
