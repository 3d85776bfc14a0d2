import * as np from "@deep-dive/ndarray";
import type { View } from "../../02-indexing/01-offset-of.ts";
import type { Mask } from "../03-boolean-mask.ts";

/** Calls `visit` with the place of each chosen element, row by row. */
function each(view: View, mask: Mask, visit: (place: number) => void): void {
  const { shape } = view;
  if (mask.shape.length !== shape.length)
    throw new np.IndexError(
      `too many indices for array: array is ${shape.length}-dimensional, but ${mask.shape.length} were indexed`,
    );
  const axis = shape.findIndex((n, k) => n !== mask.shape[k]);
  if (axis >= 0)
    throw new np.IndexError(
      `boolean index did not match indexed array along axis ${axis}; size of axis is ${shape[axis]} but size of corresponding boolean axis is ${mask.shape[axis]}`,
    );
  const walk = (k: number, place: number, bit: number): void => {
    if (k === shape.length) {
      if (mask.data[bit] !== 0) visit(place);
      return;
    }
    for (let i = 0; i < shape[k]!; i++)
      walk(k + 1, place + i * view.strides[k]!, bit + i * mask.strides[k]!);
  };
  walk(0, view.offset, mask.offset);
}

export function select(view: View, mask: Mask): Float64Array {
  const found: number[] = [];
  each(view, mask, (place) => found.push(view.data[place]!));
  return Float64Array.from(found);
}

export function assign(view: View, mask: Mask, values: number | readonly number[]): void {
  let count = 0;
  each(view, mask, () => count++);
  const given = typeof values === "number" ? 1 : values.length;
  if (given !== 1 && given !== count)
    throw new np.ValueError(
      `NumPy boolean array indexing assignment cannot assign ${given} input values to the ${count} output values where the mask is true`,
    );
  let next = 0;
  each(view, mask, (place) => {
    view.data[place] = typeof values === "number" ? values : values[given === 1 ? 0 : next++]!;
  });
}
