/**
 * Updates in place at listed elements, one after the other, so that an element listed twice is updated twice.
 *
 * Knows operands and places in bytes; the update is a loop of the JS tier over one element at a time.
 */
import { jsLoop } from "./js/loops.ts";
import { type Operand, elementsOf } from "./operand.ts";

/**
 * `to[place] = op(to[place], values[k])` for each of the places, in bytes from `to`'s first element.
 *
 * `values` is dense, or 0-d and used for every place, or null where `op` has one input. All are aligned, of the
 * dtypes that `types` says.
 */
export function runAt(
  op: string,
  types: string,
  to: Operand,
  places: Float64Array,
  values: Operand | null,
): void {
  const loop = jsLoop(op, types);
  const target = elementsOf(to);
  const unit = to.dtype.alignment;
  if (values === null) {
    for (const place of places) {
      const at = target.offset + place / unit;
      loop([target.data, target.data], [at, at], [0, 0], 1);
    }
    return;
  }
  const source = elementsOf(values);
  const data = [target.data, source.data, target.data];
  const step = values.strides.length === 0 ? 0 : values.dtype.components;
  const at = [0, source.offset, 0];
  const still = [0, 0, 0];
  for (let k = 0; k < places.length; k++) {
    at[0] = at[2] = target.offset + places[k]! / unit;
    loop(data, at, still, 1);
    at[1]! += step;
  }
}
