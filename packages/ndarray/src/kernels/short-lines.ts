/**
 * Short lines: a few elements, for which a plain loop is done before anything else is looked up.
 *
 * Knows operands; says false where one is not small, not contiguous or not of plain numbers, and does nothing then.
 */
import type { Operand } from "./operand.ts";
import { thresholds } from "./thresholds.ts";

/** Whether `operand` is one contiguous line of real numbers. */
function isPlainLine({ dtype, address, strides }: Operand): boolean {
  return (
    strides.length === 1 &&
    strides[0] === dtype.itemsize &&
    dtype.kind !== "c" &&
    address % dtype.itemsize === 0
  );
}

/** Sorts a short line in place, stably, nan last whichever the direction. */
export function sortShort(operand: Operand, n: number, descending: boolean): boolean {
  if (n > thresholds.sortedLine || !isPlainLine(operand)) return false;
  const data = operand.memory.view(operand.dtype) as Float64Array; // or another type: only order matters
  const from = operand.address / operand.dtype.itemsize;
  for (let k = from + 1; k < from + n; k++) {
    const x = data[k]!;
    // oxlint-disable-next-line no-self-compare -- bigints pass here too, and Number.isNaN would not do for them
    if (x !== x) continue;
    let p = k;
    for (; p > from; p--) {
      const y = data[p - 1]!;
      // oxlint-disable-next-line no-self-compare -- nan is the only value unlike itself
      if (!((descending ? y < x : y > x) || y !== y)) break;
      data[p] = y;
    }
    data[p] = x;
  }
  return true;
}

/** Writes to `out` (int32, contiguous) the positions that sort a short line. */
export function argsortShort(
  operand: Operand,
  out: Operand,
  n: number,
  descending: boolean,
): boolean {
  if (n > thresholds.argsortedLine || !isPlainLine(operand) || !isPlainLine(out)) return false;
  const data = operand.memory.view(operand.dtype) as Float64Array; // or another type: only order matters
  const order = out.memory.view(out.dtype) as Int32Array; // positions are int32
  const from = operand.address / operand.dtype.itemsize;
  const to = out.address / 4;
  for (let k = 0; k < n; k++) {
    const x = data[from + k]!;
    let p = k;
    // oxlint-disable-next-line no-self-compare -- bigints pass here too, and Number.isNaN would not do for them
    if (x === x) {
      for (; p > 0; p--) {
        const before = order[to + p - 1]!;
        const y = data[from + before]!;
        // oxlint-disable-next-line no-self-compare -- nan is the only value unlike itself
        if (!((descending ? y < x : y > x) || y !== y)) break;
        order[to + p] = before;
      }
    }
    order[to + p] = k;
  }
  return true;
}
