/**
 * The nest: walks the outer axes and hands each innermost row to a loop.
 *
 * Knows operands and shapes, not what the loop computes. JS loops get offsets and steps in components of their
 * typed arrays; see `elementsOf`.
 */
import type { TypedArray } from "../dtype/dtype.ts";
import type { Shape } from "../layout/layout.ts";
import { coalesce, mergeAxes } from "../layout/coalesce.ts";
import { type Operand, elementsOf } from "./operand.ts";

/** One row: `n` elements of each operand, from `at[k]`, `step[k]` components apart. Outputs come last. */
export type InnerLoop = (
  data: readonly TypedArray[],
  at: readonly number[],
  step: readonly number[],
  n: number,
) => void;

/** Runs `loop` over every row; the order of visits is whatever suits memory. */
export function runNest(operands: readonly Operand[], shape: Shape, loop: InnerLoop): void {
  const nest = coalesce(
    shape,
    operands.map((o) => o.strides),
  );
  runRows(operands, nest.shape, nest.strides, loop);
}

/** Runs `loop` over every row in C order of `shape`. */
export function runNestInOrder(operands: readonly Operand[], shape: Shape, loop: InnerLoop): void {
  const nest = mergeAxes(
    shape,
    operands.map((o) => o.strides),
  );
  runRows(operands, nest.shape, nest.strides, loop);
}

function runRows(
  operands: readonly Operand[],
  shape: Shape,
  strides: readonly (readonly number[])[],
  loop: InnerLoop,
): void {
  const parts = operands.map((o, k) => elementsOf({ ...pick(o), strides: strides[k]! }));
  const data = parts.map((p) => p.data);
  const last = shape.length - 1;
  const n = last < 0 ? 1 : shape[last]!;
  const step = parts.map((p) => (last < 0 ? 0 : p.strides[last]!));
  forEachRow(shape.slice(0, Math.max(last, 0)), parts, (at) => loop(data, at, step, n));
}

function pick({ memory, dtype, address }: Operand): Omit<Operand, "strides"> {
  return { memory, dtype, address };
}

/** Something with a starting point and steps along each axis, in any unit. */
export interface Stepper {
  readonly offset: number;
  readonly strides: readonly number[];
}

/** Calls `visit` with the offsets of every index of `shape`, in C order. The list it gets is reused. */
export function forEachRow(
  shape: Shape,
  steppers: readonly Stepper[],
  visit: (at: readonly number[]) => void,
): void {
  const at = steppers.map((s) => s.offset);
  if (shape.length === 0) {
    visit(at);
    return;
  }
  if (shape.includes(0)) return;
  const index = shape.map(() => 0);
  for (;;) {
    visit(at);
    let k = shape.length - 1;
    for (; k >= 0; k--) {
      index[k] = index[k]! + 1;
      if (index[k]! < shape[k]!) {
        for (let i = 0; i < at.length; i++) at[i] = at[i]! + steppers[i]!.strides[k]!;
        break;
      }
      for (let i = 0; i < at.length; i++)
        at[i] = at[i]! - (shape[k]! - 1) * steppers[i]!.strides[k]!;
      index[k] = 0;
    }
    if (k < 0) return;
  }
}
