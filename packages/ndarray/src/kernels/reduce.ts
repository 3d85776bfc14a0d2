/**
 * Reducing kernels: one operation folded along axes.
 *
 * Knows operands; the output has stride 0 along every axis that goes. What the fold starts from is in the output
 * already: an identity, or the first elements.
 */
import type { Shape } from "../layout/layout.ts";
import { jsLoop } from "./js/loops.ts";
import { halfRows } from "./js/half-rows.ts";
import { sumRows } from "./js/pairwise.ts";
import { aligned } from "./copy.ts";
import { runNest, runNestInOrder } from "./nest.ts";
import type { Operand } from "./operand.ts";
import { selectAccumulate, selectReduce } from "./select-reduction.ts";

/** Folds `input` into `out` with the loop `types` (`"dd->d"`) of `op`; both have `shape`, `out` is aligned. */
export function runReduce(
  op: string,
  types: string,
  input: Operand,
  out: Operand,
  shape: Shape,
  isReorderable: boolean,
): void {
  if (shape.includes(0)) return;
  if (isReorderable && selectReduce(op, input, out, shape)) return;
  const from = aligned(input, shape);
  const run = isReorderable ? runNest : runNestInOrder;
  if (op === "add" && "fc".includes(out.dtype.kind)) run([from, out], shape, sumRows(out.dtype));
  else run([out, from, out], shape, halfRows(op, out.dtype) ?? jsLoop(op, types));
}

/** Running fold along the last axis of `shape`: each element of `out` is the fold of all before it and itself. */
export function runAccumulate(
  op: string,
  types: string,
  input: Operand,
  out: Operand,
  shape: Shape,
): void {
  if (shape.includes(0)) return;
  if (selectAccumulate(op, input, out, shape)) return;
  const from = aligned(input, shape);
  const last = shape.length - 1;
  const loop = jsLoop(op, types);
  // The row [out[0..n-1], from[1..n], out[1..n]] makes each result the next one's left operand.
  const shift = (o: Operand): Operand => ({ ...pick(o), address: o.address + o.strides[last]! });
  const rest = shape.with(last, shape[last]! - 1);
  if (rest[last]! > 0) runNestInOrder([out, shift(from), shift(out)], rest, loop);
}

function pick({ memory, dtype, address, strides }: Operand): Operand {
  return { memory, dtype, address, strides };
}
