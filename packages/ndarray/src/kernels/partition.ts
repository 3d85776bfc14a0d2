/**
 * Partitioning lines of elements where they lie.
 *
 * Knows operands. A sorted line is a partitioned one, so that is what the JS tier makes of it.
 */
import type { Shape } from "../layout/layout.ts";
import type { Operand } from "./operand.ts";
import { selectPartition } from "./select-sort.ts";
import { sortLines } from "./sort.ts";

/**
 * Puts the places `first` to `last` of every line of `operand` along `axis` where sorting would put them, in place: what is
 * smaller comes before them, what is larger behind, nan last.
 */
export function partitionLines(
  operand: Operand,
  shape: Shape,
  axis: number,
  first: number,
  last: number,
): void {
  if (!selectPartition(operand, shape, axis, first, last)) sortLines(operand, shape, axis, false);
}
