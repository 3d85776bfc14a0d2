/**
 * Where a row of booleans is true: how often, and at which positions.
 *
 * Knows contiguous operands of booleans, and their positions as int32.
 */
import { type Operand, elementsOf } from "./operand.ts";
import { selectCount, selectPlaces } from "./select-gather.ts";

/** How many of the `n` elements of `mask` are true. */
export function countTrueRow(mask: Operand, n: number): number {
  const quick = selectCount(mask, 1, n);
  if (quick !== null) return quick;
  const { bytes } = mask.memory;
  let count = 0;
  for (let k = mask.address; k < mask.address + n; k++) if (bytes[k] !== 0) count += 1;
  return count;
}

/** Writes the positions of the true elements of `mask` to `to` (int32, contiguous), which has room for exactly `count`. */
export function writePlaces(mask: Operand, to: Operand, count: number): void {
  if (selectPlaces(mask, 1, to, count)) return;
  const { bytes } = mask.memory;
  const { data, offset } = elementsOf(to);
  for (let k = 0, filled = 0; filled < count; k++) {
    if (bytes[mask.address + k] !== 0) data[offset + filled++] = k;
  }
}
