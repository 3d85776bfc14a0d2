/**
 * Picking along an axis: whole lines walked with a list of positions.
 *
 * Knows aligned operands; who pads, repeats or deletes knows what the positions mean.
 */
import type { Shape } from "../layout/layout.ts";
import { forEachLine } from "./argsort.ts";
import type { Operand } from "./operand.ts";

/**
 * For each line along `axis`: element `targets[k]` of `to` becomes element `sources[k]` of `from`, one after the
 * other, so that what was written can be read again. Without targets, element k. The operands have one dtype, and
 * agree with `shape` outside `axis`.
 */
export function pickAlong(
  from: Operand,
  to: Operand,
  shape: Shape,
  axis: number,
  sources: Int32Array,
  targets: Int32Array | null = null,
): void {
  const isPair = from.dtype.components === 2;
  forEachLine([from, to], shape.with(axis, 1), axis, ([data, out], [first, start], [step, dq]) => {
    const [a, b] = [data as Float64Array, out as Float64Array]; // of one type, whichever
    for (let k = 0; k < sources.length; k++) {
      const p = first! + sources[k]! * step!;
      const q = start! + (targets === null ? k : targets[k]!) * dq!;
      b[q] = a[p]!;
      if (isPair) b[q + 1] = a[p + 1]!;
    }
  });
}
