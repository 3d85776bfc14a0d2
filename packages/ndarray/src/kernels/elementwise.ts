/**
 * Elementwise kernels: one operation over operands of one shape.
 *
 * Knows operands and loop strings; casts and broadcasting were settled above. The one place that would choose
 * between tiers is `select.ts`.
 */
import type { Shape } from "../layout/layout.ts";
import { aligned, copyElements, scratch } from "./copy.ts";
import { runNest } from "./nest.ts";
import { type Operand, isAligned } from "./operand.ts";
import { jsLoop } from "./js/loops.ts";
import { selectElementwise } from "./select.ts";

/**
 * Computes `op` for every index of `shape`, inputs first in `operands`, outputs last, as `types` (`"dd->d"`) says.
 *
 * An output may be the very same operand as an input, but must not overlap one in any other way.
 */
export function runElementwise(
  op: string,
  types: string,
  operands: readonly Operand[],
  shape: Shape,
): void {
  if (shape.includes(0)) return;
  if (
    selectElementwise(op, types, operands, shape) ||
    (op === "clip" && clipInTwo(types, operands, shape))
  )
    return;
  const nin = types.indexOf("-");
  const ready = operands.map((o, k) =>
    k < nin ? aligned(o, shape) : isAligned(o) ? o : scratch(o.dtype, shape),
  );
  runNest(ready, shape, jsLoop(op, types));
  for (let k = nin; k < operands.length; k++) {
    if (ready[k] !== operands[k]) copyElements(ready[k]!, operands[k]!, shape);
  }
}

/** Clipping as a maximum and a minimum, both of which WebAssembly has; false where it has not. */
function clipInTwo(types: string, operands: readonly Operand[], shape: Shape): boolean {
  const [x, low, high, out] = operands as readonly [Operand, Operand, Operand, Operand]; // as many as clip has
  const char = types[0]!;
  const pair = `${char}${char}->${char}`;
  if (high.memory === out.memory && high.address === out.address) return false; // the first step would overwrite it
  if (!selectElementwise("maximum", pair, [x, low, out], shape)) return false;
  runElementwise("minimum", pair, [out, high, out], shape);
  return true;
}
