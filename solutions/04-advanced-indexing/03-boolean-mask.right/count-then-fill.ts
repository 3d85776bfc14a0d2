import * as np from "@deep-dive/ndarray";
import { type View, offsetOf } from "../../02-indexing/01-offset-of.ts";
import type { Mask } from "../03-boolean-mask.ts";

function check(shape: readonly number[], mask: readonly number[]): void {
  if (shape.length !== mask.length)
    throw new np.IndexError(
      `too many indices for array: array is ${shape.length}-dimensional, but ${mask.length} were indexed`,
    );
  shape.forEach((n, axis) => {
    if (n !== mask[axis])
      throw new np.IndexError(
        `boolean index did not match indexed array along axis ${axis}; size of axis is ${n} but size of corresponding boolean axis is ${mask[axis]}`,
      );
  });
}

function* indicesOf(shape: readonly number[]): Generator<number[]> {
  if (shape.length === 0) yield [];
  else
    for (const head of indicesOf(shape.slice(0, -1)))
      for (let i = 0; i < shape.at(-1)!; i++) yield [...head, i];
}

export function select(view: View, mask: Mask): Float64Array {
  check(view.shape, mask.shape);
  const yes = [...indicesOf(view.shape)].filter((index) => mask.data[offsetOf(mask, index)] === 1);
  return new Float64Array(yes.map((index) => view.data[offsetOf(view, index)]!));
}

export function assign(view: View, mask: Mask, values: number | readonly number[]): void {
  check(view.shape, mask.shape);
  const yes = [...indicesOf(view.shape)].filter((index) => mask.data[offsetOf(mask, index)] === 1);
  const list =
    typeof values === "number" || values.length === 1 ? yes.map(() => Number(values)) : values;
  if (list.length !== yes.length)
    throw new np.ValueError(
      `NumPy boolean array indexing assignment cannot assign ${list.length} input values to the ${yes.length} output values where the mask is true`,
    );
  yes.forEach((index, i) => (view.data[offsetOf(view, index)] = list[i]!));
}
