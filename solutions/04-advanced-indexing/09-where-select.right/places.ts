/**
 * 4.09 One or the other, element by element: an `if` for whole arrays.
 *
 * In NumPy: `np.where(mask, a, b)` and `np.select(conditions, choices, default)`.
 */
import * as np from "@deep-dive/ndarray";
import { type View, offsetOf } from "../../02-indexing/01-offset-of.ts";
import type { Mask } from "../03-boolean-mask.ts";

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
  const { shape } = mask;
  const shapes = [shape, shapeOf(a), shapeOf(b)];
  const isAlike = (choice: Choice): boolean =>
    typeof choice === "number" || String(choice.shape) === String(shape);
  if (!isAlike(a) || !isAlike(b)) {
    throw new np.ValueError(
      `operands could not be broadcast together with shapes ${shapes.map(tuple).join(" ")}`,
    );
  }
  const indices = shape.reduce<number[][]>(
    (all, n) => all.flatMap((i) => Array.from({ length: n }, (_, k) => [...i, k])),
    [[]],
  );
  const read = (choice: Choice, index: number[]): number =>
    typeof choice === "number" ? choice : choice.data[offsetOf(choice, index)]!;
  const data = Float64Array.from(indices, (index) =>
    read(mask.data[offsetOf(mask, index)] ? a : b, index),
  );
  return {
    data,
    shape,
    strides: shape.map((_, k) => shape.slice(k + 1).reduce((x, y) => x * y, 1)),
    offset: 0,
  };
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
  if (conditions.length !== choices.length) {
    throw new np.ValueError("list of cases must be same length as list of conditions");
  }
  // From the last to the first: whoever writes later wins, and the first condition shall.
  let result = otherwise;
  for (const [k, condition] of [...conditions.entries()].toReversed())
    result = where(condition, choices[k]!, result);
  return result as View; // there is at least one condition, so it is a result of where
}

function shapeOf(choice: Choice): readonly number[] {
  return typeof choice === "number" ? [] : choice.shape;
}

/** As Python prints a tuple: (), (3,), (2,3). */
function tuple(shape: readonly number[]): string {
  return shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(",")})`;
}
